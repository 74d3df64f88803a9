// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.agreement.EntitlementPeriod.Stretch;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntitlementPeriodTest {
    @ParameterizedTest
    @CsvSource({"MONTH, 2026-01-31, 2026-01-31, 2026-01-31, 2026-02-28", "MONTH, 2026-01-31, 2026-02-27, 2026-01-31, 2026-02-28", "MONTH, 2026-01-31, 2026-02-28, 2026-02-28, 2026-03-31", "MONTH, 2026-01-31, 2026-04-29, 2026-03-31, 2026-04-30",
            "QUARTER, 2026-03-15, 2026-06-14, 2026-03-15, 2026-06-15", "QUARTER, 2026-03-15, 2026-06-15, 2026-06-15, 2026-09-15", "YEAR, 2024-02-29, 2025-02-27, 2024-02-29, 2025-02-28", "YEAR, 2024-02-29, 2028-02-29, 2028-02-29, 2029-02-28"})
    void periodsCountFromTheFirstDayAndDoNotDrift(EntitlementPeriod period, LocalDate begin, LocalDate day, LocalDate from, LocalDate until) {
        assertThat(period.at(begin, day)).isEqualTo(new Stretch(from, until));
    }

    @Test
    void aTermHasOnePeriod() {
        assertThat(EntitlementPeriod.TERM.at(LocalDate.of(2026, 1, 1), LocalDate.of(2036, 1, 1))).isEqualTo(new Stretch(LocalDate.of(2026, 1, 1), null));
    }
}
