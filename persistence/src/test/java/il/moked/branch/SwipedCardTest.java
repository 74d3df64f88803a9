// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SwipedCardTest {
    @Test
    void theCustomersNumberIsReadFromEitherTrack() {
        assertThat(SwipedCard.read("%B123456782^COHEN/DANA^2912?")).contains(new SwipedCard("123456782"));
        assertThat(SwipedCard.read(";123456782=2912101?")).contains(new SwipedCard("123456782"));
        assertThat(SwipedCard.read(" %C4711?\n")).contains(new SwipedCard("C4711"));
    }

    @Test
    void aPaymentCardIsNobodysNumber() {
        assertThat(SwipedCard.read("%B4580000000000006^COHEN/DANA^29121011000?")).isEmpty();
        assertThat(SwipedCard.read(";4580000000000006=29121011000?")).isEmpty();
        assertThat(SwipedCard.read("%b4580000000000006^COHEN/DANA^29121011000?")).isEmpty();
    }

    @Test
    void whatAPersonTypesIsNoSwipe() {
        assertThat(SwipedCard.swiped("123456782")).isFalse();
        assertThat(SwipedCard.swiped(";1=")).isTrue();
        assertThat(SwipedCard.read(";")).isEmpty();
        assertThat(SwipedCard.read(null)).isEmpty();
    }
}
