// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.portal;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.shared.BusinessException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Texts are complete in both languages, and pages and scripts hold none of their own. */
class TextsTest {
    private static final Path BUNDLES = Path.of("src/main/resources/il/moked");
    private static final Path PAGES = Path.of("src/main/webapp/WEB-INF/site");
    private static final Path FILES = Path.of("src/main/webapp/portal");
    private static final Pattern USED = Pattern.compile("\\b(site|interaction|matter|chat|lab|help|branch|shop|buy|my|company)\\['([a-z.-]+)'\\]");
    private static final Pattern HEBREW = Pattern.compile("[\\u0590-\\u05FF]");

    private final Texts texts = new Texts();

    @Test
    void everyKeyIsThereInBothLanguages() throws IOException {
        List<Path> hebrew = under(BUNDLES, "_he.properties");
        assertThat(hebrew).hasSizeGreaterThan(8);
        for (Path bundle : hebrew) {
            Properties english = read(Path.of(bundle.toString().replace("_he.", "_en.")));
            assertThat(english.stringPropertyNames()).as(bundle.toString()).isEqualTo(read(bundle).stringPropertyNames());
            assertThat(english.values()).as(bundle.toString()).noneMatch(text -> text.toString().isBlank() || HEBREW.matcher(text.toString()).find());
            assertThat(read(bundle).values()).as(bundle.toString()).noneMatch(text -> text.toString().isBlank());
        }
    }

    /** A lone apostrophe swallows the arguments that follow it in a message format. */
    @Test
    void noTextHoldsAnApostropheThatWouldSwallowItsArguments() throws IOException {
        for (Path bundle : under(BUNDLES, ".properties")) {
            assertThat(read(bundle).values()).as(bundle.toString()).noneMatch(text -> text.toString().contains("'"));
        }
    }

    @Test
    void everyTextThatAPageNamesExists() throws IOException {
        Set<String> missing = new TreeSet<>();
        int named = 0;
        for (Path page : under(PAGES, ".xhtml")) {
            Matcher used = USED.matcher(Files.readString(page));
            while (used.find()) {
                named++;
                Path bundle = under(BUNDLES, "/" + used.group(1) + "_he.properties").get(0);
                if (!read(bundle).containsKey(used.group(2))) {
                    missing.add(page + " " + used.group());
                }
            }
        }
        assertThat(named).isGreaterThan(60);
        assertThat(missing).isEmpty();
    }

    @Test
    void pagesHoldNoTextNoStyleAndNoScriptOfTheirOwn() throws IOException {
        for (Path page : under(PAGES, ".xhtml")) {
            String source = Files.readString(page).replaceAll("(?s)<!--.*?-->", "").replaceAll("#\\{[^}]*\\}", "");
            assertThat(source.replaceAll("(?s)<[^>]*>", "").replaceAll("[\\s().·]", "")).as(page.toString()).isEmpty();
            assertThat(source).as(page.toString()).doesNotContain(" style=").doesNotContainPattern(" on[a-z]+=").doesNotContainPattern("<script(?![^>]* src=)");
            assertThat(source).as(page.toString()).doesNotContainPattern("(?:aria-label|placeholder|title|alt)=\"[^\"#]+\"");
        }
    }

    @Test
    void scriptsAndSheetsHoldNoHebrewAndSheetsNoColoursNorSides() throws IOException {
        List<Path> files = Stream.concat(under(FILES, "").stream(), under(PAGES, ".js").stream()).toList();
        assertThat(files).hasSizeGreaterThan(5);
        for (Path file : files) {
            String source = Files.readString(file);
            assertThat(HEBREW.matcher(source).find()).as(file.toString()).isFalse();
            if (file.toString().endsWith(".css")) {
                assertThat(source).as(file.toString()).doesNotContainPattern("#[0-9a-f]{3,8}\\b").doesNotContainPattern("(?m)[{;\\s-](?:left|right)(?:-[a-z]+)?\\s*:");
            }
        }
    }

    @Test
    void aRefusalIsToldInTheReadersLanguageWithItsArguments() {
        assertThat(texts.refusal(new BusinessException("channel.too-large", 30), Locale.ENGLISH)).contains("30 MB");
        assertThat(HEBREW.matcher(texts.refusal(new BusinessException("channel.closed"), Locale.forLanguageTag("he"))).find()).isTrue();
    }

    @Test
    void textsUnderABeginningAreFoundWithoutIt() {
        assertThat(texts.under("il.moked.interaction.portal.chat", "button.", Locale.ENGLISH)).containsOnlyKeys("close", "open", "title", "unread");
    }

    private static List<Path> under(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(path -> path.toString().endsWith(ending)).toList();
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
