// SPDX-License-Identifier: Apache-2.0
package il.moked.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.calendar.BusinessCalendar;
import il.moked.calendar.Calendars;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PromisePolicyTest {
    private static final BusinessCalendar ISRAEL = Calendars.israeli();
    private final PromisePolicy policy = new PromisePolicy(75, Duration.ofMinutes(15), Duration.ofMinutes(30));

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Jerusalem")).toInstant();
    }

    @Test
    void theReminderComesWhenThreeQuartersOfTheBusinessTimeAreOver() {
        assertThat(policy.remindAt(ISRAEL, at("2026-05-15T12:30"), at("2026-05-17T09:30"))).as("2 hours over a weekend").isEqualTo(at("2026-05-17T09:00"));
        assertThat(policy.remindAt(ISRAEL, at("2026-05-14T16:30"), at("2026-05-15T11:30"))).as("4 hours over a night").isEqualTo(at("2026-05-15T10:30"));
        assertThat(policy.remindAt(ISRAEL, at("2026-05-21T16:00"), at("2026-05-24T17:00"))).as("9 hours from a moment when it is closed").isEqualTo(at("2026-05-24T14:45"));
    }

    @Test
    void itComesAtLeastSoLongBeforeAndNotForWhatIsDueAtOnce() {
        assertThat(policy.remindAt(ISRAEL, at("2026-05-17T09:00"), at("2026-05-17T09:40"))).isEqualTo(at("2026-05-17T09:25"));
        assertThat(policy.remindAt(ISRAEL, at("2026-05-17T09:00"), at("2026-05-17T09:15"))).isNull();
    }

    @Test
    void aSupervisorHearsAfterBusinessTimeToo() {
        assertThat(policy.escalateAt(ISRAEL, at("2026-05-15T13:00"))).isEqualTo(at("2026-05-17T08:30"));
        assertThat(new PromisePolicy(75, Duration.ZERO, Duration.ZERO).escalateAt(ISRAEL, at("2026-05-15T13:00"))).isEqualTo(at("2026-05-15T13:00"));
    }

    @Test
    void aReminderAtTheEndIsNone() {
        assertThatThrownBy(() -> new PromisePolicy(100, Duration.ZERO, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
