// SPDX-License-Identifier: Apache-2.0
package il.moked.company;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.company.CompanyMailing.Format;
import il.moked.company.CompanyMailing.Rhythm;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CompanyMailingTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

    @Test
    void aWeekIsOverOnSunday() {
        CompanyMailing weekly = new CompanyMailing(null, Rhythm.WEEKLY, Format.PDF, null, null, THURSDAY);
        assertThat(weekly.dueOn()).isEqualTo(LocalDate.of(2026, 11, 29));
        assertThat(weekly.due(LocalDate.of(2026, 11, 28))).isFalse();
        assertThat(weekly.due(LocalDate.of(2026, 11, 29))).isTrue();
        assertThat(weekly.period(LocalDate.of(2026, 11, 29))).isEqualTo(new ReportPeriod(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 28)));
    }

    @Test
    void afterALongPauseOnlyTheLastPeriodIsSent() {
        CompanyMailing monthly = new CompanyMailing(null, Rhythm.MONTHLY, Format.XLSX, null, null, LocalDate.of(2026, 8, 15));
        LocalDate today = LocalDate.of(2026, 12, 3);
        assertThat(monthly.period(today)).isEqualTo(new ReportPeriod(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)));
        monthly.sent(today, Instant.EPOCH);
        assertThat(monthly.dueOn()).isEqualTo(LocalDate.of(2027, 1, 1));
        monthly.ended(Instant.EPOCH);
        assertThat(monthly.due(LocalDate.of(2027, 1, 1))).isFalse();
    }
}
