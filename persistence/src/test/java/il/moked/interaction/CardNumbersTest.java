// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {
    @ParameterizedTest
    @ValueSource(strings = {"4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111", "41 1111 1111-1111 11", "4111\u00A01111\u00A01111\u00A01111", "4111.1111.1111.1111", "4111  1111  1111  1111", "4111/1111/1111/1111", "4111–1111–1111–1111"})
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

    /** Their digits together would pass the check. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-28 2026-12-03", "28-11-2026 03-12-2026", "2026-11-01\u00A02026-11-05"})
    void datesBesideEachOtherAreNoCard(String text) {
        assertThat(CardNumbers.masked(text)).isEqualTo(text);
    }

    /** Together with what stands beside it each would pass the check. */
    @ParameterizedTest
    @ValueSource(strings = {"050-1234567 47672484", "050-1234564 123456782", "123456782 050-1234561", "050-123-4569 123456782", "+972-50-123-4567 4006"})
    void aTelephoneNumberBesideAnotherNumberIsNoCard(String text) {
        assertThat(CardNumbers.masked(text)).isEqualTo(text);
    }

    @Test
    void whatStandsBesideACardDoesNotHideIt() {
        assertThat(CardNumbers.masked("4111 1111 1111 1111 12/28 123")).isEqualTo("•••• 1111 12/28 123");
        assertThat(CardNumbers.masked("4111 1111 1111 1111 12-28")).isEqualTo("•••• 1111 12-28");
        assertThat(CardNumbers.masked("4111111111111111 123")).isEqualTo("•••• 1111 123");
        assertThat(CardNumbers.masked("123456782 4111-1111-1111-1111 378282246310005")).isEqualTo("123456782 •••• 1111 •••• 0005");
        assertThat(CardNumbers.masked("3782 822463 10005 4321")).isEqualTo("•••• 0005 4321");
    }

    @Test
    void aLongListOfNumbersIsRead() {
        String numbers = "12 ".repeat(20_000);
        assertThat(CardNumbers.masked(numbers + "4111111111111111")).endsWith("12 •••• 1111");
    }

    @Test
    void aCardBesideATelephoneNumberIsMasked() {
        assertThat(CardNumbers.masked("050-1234567 4111 1111 1111 1111 02-555-1234")).isEqualTo("050-1234567 •••• 1111 02-555-1234");
        assertThat(CardNumbers.masked("02 4111111111111111")).isEqualTo("02 •••• 1111");
    }
}
