// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import il.moked.shared.BusinessException;
import org.junit.jupiter.api.Test;

class AccentColourTest {
    @Test
    void contrastIsThatOfTheGuidelines() {
        assertThat(new AccentColour(0, 0, 0).contrast(AccentColour.WHITE)).isEqualTo(21, within(0.001));
        // 4.48:1, the well-known grey that just fails
        assertThat(new AccentColour(0x77, 0x77, 0x77).contrast(AccentColour.WHITE)).isEqualTo(4.48, within(0.01));
    }

    @Test
    void whatWhiteIsNotReadableOnIsRefused() {
        assertThat(AccentColour.read(" #0B6E68 ").written()).isEqualTo("#0b6e68");
        assertThatThrownBy(() -> AccentColour.read("#777777")).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("channel.look-contrast"));
        assertThatThrownBy(() -> AccentColour.read("red")).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("channel.look-colour"));
        assertThatThrownBy(() -> AccentColour.read(null)).isInstanceOf(BusinessException.class);
    }

    @Test
    void aShadeIsReadableOnItsGround() {
        AccentColour blue = AccentColour.read("#0000ff");
        assertThat(blue.on(AccentColour.WHITE)).isEqualTo(blue);
        assertThat(blue.on(AccentColour.DARK).contrast(AccentColour.DARK)).isGreaterThanOrEqualTo(AccentColour.READABLE);
    }
}
