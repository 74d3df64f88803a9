// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTextTest {
    @Test
    void makesDirectionOverridesVisible() {
        assertThat(ShownText.of("invoice\u202Egpj.exe")).isEqualTo("invoice⟦U+202E⟧gpj.exe");
    }

    @Test
    void dropsControlCharactersAndUnifiesLineBreaks() {
        assertThat(ShownText.of("a\u0000b\r\nc\rd\te")).isEqualTo("ab\nc\nd\te");
    }

    @Test
    void neverCutsACharacterInTwo() {
        String line = ShownText.line("abc😀def", 5);
        assertThat(line).isEqualTo("abc…");
        assertThat(ShownText.line("  two\n words ", 20)).isEqualTo("two words");
    }

    @Test
    void directionIsThatOfTheFirstStrongCharacter() {
        assertThat(TextDirection.of("123, שלום", TextDirection.LTR)).isEqualTo(TextDirection.RTL);
        assertThat(TextDirection.of("(hello) שלום", TextDirection.RTL)).isEqualTo(TextDirection.LTR);
        assertThat(TextDirection.of("123", TextDirection.RTL)).isEqualTo(TextDirection.RTL);
    }
}
