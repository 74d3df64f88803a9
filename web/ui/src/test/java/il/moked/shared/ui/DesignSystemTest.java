// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

/** Rules of the design system that the eye misses. */
class DesignSystemTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path MOKED = RESOURCES.resolve("META-INF/resources/moked");

    @Test
    void everyTokenThatIsUsedIsDefined() throws IOException {
        Set<String> used = new TreeSet<>();
        Set<String> defined = new TreeSet<>();
        for (Path sheet : under(MOKED.resolve("css"), ".css")) {
            used.addAll(found(sheet, "var\\((--[a-z0-9-]+)"));
            defined.addAll(found(sheet, "(?m)(?:^|[{;])\\s*(--[a-z0-9-]+)\\s*:"));
        }
        assertThat(used).isNotEmpty();
        assertThat(defined).containsAll(used);
    }

    @Test
    void onlyTheTokensKnowColours() throws IOException {
        for (Path sheet : under(MOKED.resolve("css"), ".css")) {
            if (!sheet.endsWith("tokens.css")) {
                assertThat(found(sheet, "(#[0-9a-f]{3,8}\\b)")).as(sheet.toString()).isEmpty();
            }
        }
    }

    @Test
    void styleSheetsSayStartAndEndNeverLeftAndRight() throws IOException {
        for (Path sheet : under(MOKED.resolve("css"), ".css")) {
            assertThat(found(sheet, "(?m)[{;\\s]((?:margin-|padding-|border-)?(?:left|right)(?:-[a-z]+)?)\\s*:")).as(sheet.toString()).isEmpty();
            assertThat(found(sheet, "((?:text-align|float)\\s*:\\s*(?:left|right))")).as(sheet.toString()).isEmpty();
        }
    }

    @Test
    void everySignThatAPageNamesIsInTheSprite() throws IOException {
        Set<String> signs = found(MOKED.resolve("images/icons.svg"), "<symbol id=\"([a-z-]+)\"");
        Set<String> named = new TreeSet<>();
        for (Path page : under(RESOURCES.resolve("META-INF"), ".xhtml")) {
            named.addAll(found(page, "<m:icon name=\"([a-z-]+)\""));
        }
        assertThat(named).isNotEmpty();
        assertThat(signs).containsAll(named);
    }

    @Test
    void theTextsSayTheSameInBothLanguages() throws IOException {
        assertThat(keys("shared_he")).isNotEmpty().isEqualTo(keys("shared_en"));
    }

    @Test
    void everyTextThatATemplateShowsExists() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Path page : under(RESOURCES.resolve("META-INF"), ".xhtml")) {
            shown.addAll(found(page, "shared\\['([a-z.]+)'\\]"));
        }
        assertThat(shown).isNotEmpty();
        assertThat(keys("shared_he")).containsAll(shown);
    }

    private static List<Path> under(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static Set<String> found(Path file, String pattern) throws IOException {
        List<String> all = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return new TreeSet<>(all);
    }

    private static Set<Object> keys(String bundle) throws IOException {
        Properties texts = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve("il/moked/shared/ui/" + bundle + ".properties"))) {
            texts.load(reader);
        }
        return new TreeSet<>(texts.keySet());
    }
}
