// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.calendar.BusinessCalendar;
import il.moked.calendar.BusinessCalendar.Hours;
import il.moked.calendar.Calendars;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a branch closes: on usual days, on days of its own, and when the clocks of Israel change. */
class BranchHoursTest {
    private static final BusinessCalendar USUAL = Calendars.israeli();

    private static Instant end(BusinessCalendar hours, String day) {
        return BranchHours.end(hours, LocalDate.parse(day)).orElse(null);
    }

    @Test
    void aDayEndsWithItsLastHour() {
        assertThat(end(USUAL, "2026-11-29")).isEqualTo(Instant.parse("2026-11-29T15:00:00Z"));
        assertThat(end(USUAL, "2026-11-27")).as("Friday").isEqualTo(Instant.parse("2026-11-27T11:00:00Z"));
        assertThat(end(USUAL, "2026-11-28")).as("Saturday").isNull();
    }

    @Test
    void whoIsOpenDayAndNightNeverCloses() {
        assertThat(end(Calendars.always(), "2026-11-29")).isNull();
    }

    @Test
    void aDayOfItsOwnWins() {
        BusinessCalendar own = BranchHours.with(USUAL, Map.of(LocalDate.parse("2026-12-01"), List.of(), LocalDate.parse("2026-12-02"), List.of(new Hours(8 * 60, 10 * 60))));
        assertThat(end(own, "2026-12-01")).as("closed for refurbishment").isNull();
        assertThat(end(own, "2026-12-02")).isEqualTo(Instant.parse("2026-12-02T08:00:00Z"));
        assertThat(end(own, "2026-12-03")).isEqualTo(Instant.parse("2026-12-03T15:00:00Z"));
        assertThat(own.openAt(Instant.parse("2026-12-01T09:00:00Z"))).isFalse();
        assertThat(own.nextOpening(Instant.parse("2026-11-30T20:00:00Z"))).isEqualTo(Instant.parse("2026-12-02T06:00:00Z"));
    }

    @Test
    void somebodyOpenDayAndNightClosesForADay() {
        BusinessCalendar own = BranchHours.with(Calendars.always(), Map.of(LocalDate.parse("2026-12-01"), List.of()));
        assertThat(end(own, "2026-11-30")).isEqualTo(Instant.parse("2026-11-30T22:00:00Z"));
        assertThat(end(own, "2026-12-01")).isNull();
    }

    @Test
    void closingIsByTheClockOnTheWallWhenThatIsPutForwardAndBack() {
        assertThat(end(USUAL, "2027-03-25")).isEqualTo(Instant.parse("2027-03-25T15:00:00Z"));
        assertThat(end(USUAL, "2027-03-26")).as("Friday, clocks forward").isEqualTo(Instant.parse("2027-03-26T10:00:00Z"));
        assertThat(end(USUAL, "2027-10-31")).as("Sunday, clocks back").isEqualTo(Instant.parse("2027-10-31T15:00:00Z"));
    }

    @Test
    void hoursInTheNightTheClocksChangeAreAsLongAsTheyAre() {
        BusinessCalendar night = BranchHours.with(USUAL, Map.of(LocalDate.parse("2027-03-26"), List.of(new Hours(0, 4 * 60)), LocalDate.parse("2027-10-31"), List.of(new Hours(0, 4 * 60))));
        assertThat(night.between(Instant.parse("2027-03-25T22:00:00Z"), Instant.parse("2027-03-26T12:00:00Z")).toHours()).isEqualTo(3);
        assertThat(night.between(Instant.parse("2027-10-30T21:00:00Z"), Instant.parse("2027-10-31T12:00:00Z")).toHours()).isEqualTo(5);
        assertThat(end(night, "2027-10-31")).isEqualTo(Instant.parse("2027-10-31T02:00:00Z"));
    }
}
