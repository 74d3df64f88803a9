// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.channel.AccentColour;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookFilesTest {
    private static final Pattern PAIR = Pattern.compile("--([a-z-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);");

    @ParameterizedTest
    @ValueSource(strings = {"#1a4f8b", "#000000", "#b3261e", "#0b6e68", "#6b21a8", "#1b6b3a", "#0000ff"})
    void whateverColourIsAllowedItsWordsAreReadableInLightAndInDark(String written) {
        String styles = LookFiles.styles(AccentColour.read(written));
        assertThat(colour(styles, "accent-ink", 2).contrast(colour(styles, "accent-soft", 2))).isGreaterThanOrEqualTo(4.5);
        assertThat(colour(styles, "accent-ink", 2).contrast(AccentColour.WHITE)).isGreaterThanOrEqualTo(4.5);
        assertThat(colour(styles, "accent-ink", 3).contrast(colour(styles, "accent-soft", 3))).isGreaterThanOrEqualTo(4.5);
        assertThat(colour(styles, "accent-ink", 3).contrast(AccentColour.DARK)).isGreaterThanOrEqualTo(4.5);
        assertThat(colour(styles, "accent", 2).contrast(AccentColour.WHITE)).isGreaterThanOrEqualTo(4.5);
        assertThat(colour(styles, "accent-hover", 3).contrast(AccentColour.WHITE)).isGreaterThanOrEqualTo(4.5);
    }

    private static AccentColour colour(String styles, String name, int look) {
        Matcher pairs = PAIR.matcher(styles);
        while (pairs.find()) {
            if (pairs.group(1).equals(name)) {
                String hex = pairs.group(look);
                return new AccentColour(Integer.parseInt(hex.substring(1, 3), 16), Integer.parseInt(hex.substring(3, 5), 16), Integer.parseInt(hex.substring(5, 7), 16));
            }
        }
        throw new AssertionError(name);
    }
}
