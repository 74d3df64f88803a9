// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimesTest {
    private final Times times = new Times();

    TimesTest() {
        times.zone = ZoneId.of("Asia/Jerusalem");
        times.clock = Clock.fixed(Instant.parse("2026-03-17T22:30:00Z"), ZoneId.of("UTC"));
    }

    @Test
    void aMomentOfTodayIsItsHourWhereTheOrganisationIs() {
        assertThat(times.brief(Instant.parse("2026-03-17T22:05:00Z"))).isEqualTo("00:05");
    }

    @Test
    void yesterdayBeganBeforeMidnightThere() {
        assertThat(times.brief(Instant.parse("2026-03-17T21:59:00Z"))).isEqualTo("17.03");
        assertThat(times.today(times.day(Instant.parse("2026-03-17T21:59:00Z")))).isFalse();
    }

    @Test
    void anotherYearIsSaid() {
        assertThat(times.brief(Instant.parse("2025-12-11T10:00:00Z"))).isEqualTo("11.12.2025");
        assertThat(times.full(Instant.parse("2025-07-11T10:00:00Z"))).isEqualTo("11.07.2025 13:00");
    }
}
