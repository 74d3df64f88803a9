// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    void textStandsOutFromItsGroundInLightAndDark() throws IOException {
        Map<String, String[]> colours = new HashMap<>();
        Matcher tokens = Pattern.compile("--([a-z0-9-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)")
                .matcher(Files.readString(MOKED.resolve("css/tokens.css")));
        while (tokens.find()) {
            colours.put(tokens.group(1), new String[] {tokens.group(2), tokens.group(3)});
        }
        colours.put("white", new String[] {"#ffffff", "#ffffff"});
        for (String ink : List.of("ink", "ink-2", "ink-3")) {
            for (String ground : List.of("ground", "sunken", "surface", "raised", "hover", "accent-soft", "warn-soft")) {
                contrast(colours, ink, ground, 4.5);
            }
        }
        for (String fill : List.of("accent", "accent-hover", "bad-fill", "warn-fill")) {
            contrast(colours, "white", fill, 4.5);
        }
        for (String signal : List.of("bad", "warn", "good", "info")) {
            contrast(colours, signal, signal + "-soft", 4.5);
            contrast(colours, signal, "ground", 4.5);
            contrast(colours, signal, "surface", 4.5);
        }
        contrast(colours, "accent-ink", "accent-soft", 4.5);
        contrast(colours, "accent-ink", "ground", 4.5);
        contrast(colours, "edge", "surface", 3);
        contrast(colours, "edge", "ground", 3);
    }

    /** WCAG 2.2, 1.4.3 and 1.4.11. */
    private static void contrast(Map<String, String[]> colours, String above, String below, double least) {
        for (int mode = 0; mode < 2; mode++) {
            double one = luminance(colours.get(above)[mode]);
            double other = luminance(colours.get(below)[mode]);
            assertThat((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05))
                    .as("%s on %s, %s", above, below, mode == 0 ? "light" : "dark")
                    .isGreaterThanOrEqualTo(least);
        }
    }

    private static double luminance(String colour) {
        double[] weight = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weight[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
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
