// SPDX-License-Identifier: Apache-2.0
package il.moked;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text is there in both languages, and every refusal has one. */
class TextsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern REFUSAL = Pattern.compile("new (?:BusinessException|NotFoundException|[a-z.]*\\.(?:BusinessException|NotFoundException))\\(\\s*\"([a-z.-]+)\"");

    @Test
    void everyBundleHasTheSameKeysInHebrewAndEnglish() {
        List<Path> hebrew = files("_he.properties");
        assertThat(hebrew).hasSizeGreaterThan(5);
        for (Path bundle : hebrew) {
            Path english = Path.of(bundle.toString().replace("_he.properties", "_en.properties"));
            assertThat(english).exists();
            assertThat(new TreeSet<>(load(english).keySet())).as(bundle.toString()).isEqualTo(new TreeSet<>(load(bundle).keySet()));
        }
    }

    /** The last one would silently hide the others. */
    @Test
    void noBundleHasAKeyTwice() {
        for (Path bundle : files(".properties")) {
            List<Object> twice = new ArrayList<>();
            load(bundle, new Properties() {
                private static final long serialVersionUID = 1;

                @Override
                public synchronized Object put(Object key, Object text) {
                    if (containsKey(key)) {
                        twice.add(key);
                    }
                    return super.put(key, text);
                }
            });
            assertThat(twice).as(bundle.toString()).isEmpty();
        }
    }

    @Test
    void everyRefusalHasAText() {
        Set<String> codes = new TreeSet<>();
        for (Path source : files(".java")) {
            if (!source.toString().contains("/test/")) {
                Matcher refusal = REFUSAL.matcher(read(source));
                while (refusal.find()) {
                    codes.add(refusal.group(1));
                }
            }
        }
        assertThat(codes).hasSizeGreaterThan(20);
        Properties texts = load(files("/errors_he.properties").get(0));
        assertThat(codes).allSatisfy(code -> assertThat(texts.stringPropertyNames()).contains(code));
    }

    @Test
    void pagesHoldNoTextOfTheirOwn() {
        Pattern literal = Pattern.compile(">[^<#]*[\\p{L}]{2,}[^<]*<");
        for (Path page : files(".xhtml")) {
            String markup = read(page).replaceAll("(?s)<!--.*?-->", "").replaceAll("(?s)#\\{[^}]*\\}", "").replaceAll("(?s)<(script|style|kbd)\\b.*?</\\1>", "").replaceAll("<span class=\"kbd\"[^>]*>[^<]*</span>", "").replaceAll("&[a-z]+;", "");
            assertThat(literal.matcher(markup).results().map(found -> found.group()).toList()).as(page.toString()).isEmpty();
            assertThat(read(page)).as(page.toString()).doesNotContain(" style=\"").doesNotContain("h:commandLink").doesNotContain("f:ajax");
        }
    }

    private static List<Path> files(String ending) {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(file -> file.toString().endsWith(ending) && !file.toString().contains("/target/") && !file.toString().contains("/node_modules/") && !file.toString().contains("/.moked/")).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Properties load(Path bundle) {
        return load(bundle, new Properties());
    }

    private static Properties load(Path bundle, Properties properties) {
        try (Reader reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
