// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.interaction.Excerpt.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {
    @ParameterizedTest
    @CsvSource({"חיוב, בדקנו את החיוב שלך, החיוב", "שלום, אמר שָׁלוֹם ועבר, שָׁלוֹם", "charge, A double Charge was found, Charge", "החיוב, זה חיוב כפול, חיוב"})
    void tellsTheWordsApartAsTheSearchFoundThem(String wanted, String text, String hit) {
        assertThat(Excerpt.of(text, wanted).pieces()).filteredOn(Piece::hit).extracting(Piece::text).containsExactly(hit);
    }

    @Test
    void showsThePieceAroundTheFirstHit() {
        Excerpt excerpt = Excerpt.of("word ".repeat(500) + "needle and more " + "word ".repeat(500), "needle");
        String shown = excerpt.pieces().stream().map(Piece::text).reduce("", String::concat);
        assertThat(shown).contains("needle").hasSizeLessThan(200).endsWith("…");
    }

    @Test
    void aTextWithoutTheWordsIsShownFromItsBeginning() {
        assertThat(Excerpt.of("short text", "other").pieces()).containsExactly(new Piece("short text", false));
    }
}
