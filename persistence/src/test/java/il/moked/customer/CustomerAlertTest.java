// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.customer.CustomerAlert.Severity;
import il.moked.shared.BusinessException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CustomerAlertTest {
    private static final Instant NOON = Instant.parse("2026-05-20T09:00:00Z");

    private static CustomerAlert alert(String text, Instant until) {
        return new CustomerAlert(7, Severity.WARNING, text, 3L, until, NOON);
    }

    @Test
    void itHoldsUntilItsTimeIsOver() {
        CustomerAlert alert = alert("careful", NOON.plus(Duration.ofDays(1)));
        assertThat(alert.holdsAt(NOON)).isTrue();
        assertThat(alert.holdsAt(NOON.plus(Duration.ofDays(1)))).as("until is excluded").isFalse();
        assertThat(alert("careful", null).holdsAt(NOON.plus(Duration.ofDays(9999)))).isTrue();
    }

    @Test
    void whatIsRemovedHoldsNoMoreUntilItIsBroughtBack() {
        CustomerAlert alert = alert("careful", null);
        alert.remove(4, NOON);
        assertThat(alert.holdsAt(NOON)).isFalse();
        alert.restore();
        assertThat(alert.holdsAt(NOON)).isTrue();
    }

    @Test
    void whatSaysNothingTooMuchOrTooLateIsRefused() {
        refused("customer.alert-empty", " \n ", null);
        refused("customer.alert-too-long", "x".repeat(CustomerAlert.LONGEST + 1), null);
        refused("customer.alert-over", "careful", NOON);
        assertThat(alert("x".repeat(CustomerAlert.LONGEST), null).text()).hasSize(CustomerAlert.LONGEST);
    }

    private static void refused(String code, String text, Instant until) {
        assertThatThrownBy(() -> alert(text, until)).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
