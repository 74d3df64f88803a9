// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameWordTest {
    private static String letters(String text) {
        return String.join(" ", NameWord.of(text).stream().map(NameWord::letters).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"משה כהן|משה כהנ", "מֹשֶׁה כֹּהֵן|משה כהנ", "כהן-לוי|כהנ לוי", "כהן־לוי|כהנ לוי", "ג׳ורג׳|גורג", "ג'ורג'|גורג", "אור בע״מ|אור בעמ", "אור בע\"מ|אור בעמ", "Ya’akov O'Brien|yaakov obrien", "ÉMILE Łukasz|emile lukasz",
            "Weiß|weiss", "  רווח   כפול |רווח כפול", "a.b,c/d|a b c d", "ﬠל ﬠל|על על"})
    void aNameIsItsWordsAsCompared(String name, String words) {
        assertThat(letters(name)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"לכהן כהנ", "ומשה משה", "שלמה למה", "הכהן כהנ", "מהבנק הבנק"})
    void onePrefixCanBeTakenOff(String word, String bare) {
        assertThat(NameWord.of(word).get(0).withoutPrefix()).isEqualTo(bare);
    }

    @Test
    void aShortWordKeepsItsFirstLetter() {
        assertThat(NameWord.of("משה").get(0).withoutPrefix()).isEmpty();
        assertThat(NameWord.of("moshe").get(0).withoutPrefix()).isEmpty();
    }

    @Test
    void nothingAndSignsAreNoWords() {
        assertThat(NameWord.of(null)).isEmpty();
        assertThat(NameWord.of(" -'\" ")).isEmpty();
    }

    @Test
    void aVeryLongWordIsCut() {
        assertThat(letters("x".repeat(500))).hasSize(40);
    }
}
