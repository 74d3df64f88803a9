// SPDX-License-Identifier: Apache-2.0
package il.moked.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsraeliHolidaysTest {
    @ParameterizedTest
    @CsvSource({"2024-05-14, independence", "2025-05-01, independence", "2026-04-22, independence", "2026-09-12, rosh-hashana", "2026-09-13, rosh-hashana", "2026-04-02, pesach", "2026-04-08, pesach",
            "2026-05-22, shavuot", "2026-09-21, yom-kippur", "2026-09-26, sukkot", "2026-10-03, simchat-torah", "2023-09-16, rosh-hashana", "2024-10-03, rosh-hashana", "2024-04-23, pesach", "2025-10-02, yom-kippur"})
    void theDaysOfRestAreThoseOfTheHebrewCalendar(LocalDate date, String name) {
        assertThat(IsraeliHolidays.of(date.getYear())).containsEntry(date, new IsraeliHolidays.Holiday(name, true));
    }

    @ParameterizedTest
    @CsvSource({"2026-05-21", "2026-04-01", "2026-04-05", "2026-04-07", "2026-09-11", "2026-09-20", "2026-09-28", "2026-10-02", "2026-04-21"})
    void evesAndIntermediateDaysAreShort(LocalDate date) {
        assertThat(IsraeliHolidays.of(date.getYear()).get(date)).matches(day -> !day.closed());
    }

    @Test
    void everyYearHasTheSameNumberOfThemAndNewYearFallsOnNoSundayWednesdayOrFriday() {
        for (int year = 1950; year < 2150; year++) {
            Map<LocalDate, IsraeliHolidays.Holiday> days = IsraeliHolidays.of(year);
            assertThat(days.values()).filteredOn(IsraeliHolidays.Holiday::closed).as("%d", year).hasSize(9);
            LocalDate newYear = IsraeliHolidays.newYear(year + 3761);
            assertThat(newYear.getYear()).isEqualTo(year);
            assertThat(newYear.getDayOfWeek()).isNotIn(DayOfWeek.SUNDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY);
            assertThat(days.keySet()).allMatch(date -> date.getYear() == newYear.getYear());
        }
    }
}
