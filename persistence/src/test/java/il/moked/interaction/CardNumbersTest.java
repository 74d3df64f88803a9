// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {
    @ParameterizedTest
    @ValueSource(strings = {"4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111"})
    void masksCardNumbersHoweverWritten(String number) {
        assertThat(CardNumbers.masked("הכרטיס " + number + " נחסם")).isEqualTo("הכרטיס •••• 1111 נחסם");
    }

    @Test
    void aLineIsMaskedBeforeItIsCut() {
        String text = "x".repeat(64) + " 4111 1111 1111 1111";
        assertThat(CardNumbers.line(text, 80)).isEqualTo("x".repeat(64) + " •••• 1111");
        assertThat(CardNumbers.line(text, 72)).isEqualTo("x".repeat(64) + " •••• 1…");
    }

    @Test
    void leavesOtherNumbersAlone() {
        assertThat(CardNumbers.masked("4111111111111112 and 0502345678")).isEqualTo("4111111111111112 and 0502345678");
        assertThat(CardNumbers.masked(null)).isNull();
    }
}
