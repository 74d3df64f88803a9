// SPDX-License-Identifier: Apache-2.0
package il.moked.promise;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.calendar.BusinessCalendar;
import il.moked.calendar.BusinessCalendar.Hours;
import il.moked.calendar.Calendars;
import il.moked.promise.PromisedTime.Moved;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said becomes a moment of business time. The week of Shavuot 2026 is that of field-study d.1: Thursday 21 May is short, Friday 22 May closed. */
class DueChoiceTest {
    private static final ZoneId JERUSALEM = ZoneId.of("Asia/Jerusalem");
    private static final BusinessCalendar ISRAEL = Calendars.israeli();

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(JERUSALEM).toInstant();
    }

    private static void promised(DueChoice choice, String now, String due, Moved moved) {
        PromisedTime time = choice.on(ISRAEL, at(now));
        assertThat(time.at()).as(choice + " said " + now).isEqualTo(at(due));
        assertThat(time.moved()).isEqualTo(moved);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-17T08:30, 2026-05-17T17:00,", "2026-05-17T07:00, 2026-05-17T17:00,", "2026-05-17T17:00, 2026-05-18T17:00, TODAY", "2026-05-15T12:59, 2026-05-15T13:00,", "2026-05-15T14:00, 2026-05-17T17:00, TODAY",
            "2026-05-16T10:00, 2026-05-17T17:00, TODAY", "2026-05-21T12:00, 2026-05-21T13:00,", "2026-05-21T13:30, 2026-05-24T17:00, TODAY"})
    void todayIsUntilTheLastClosingAndElseTheNextDayThatOpens(String now, String due, Moved moved) {
        promised(DueChoice.TODAY_STILL, now, due, moved);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-17T09:00, 2026-05-17T12:00,", "2026-05-17T14:00, 2026-05-17T17:00,", "2026-05-17T15:00, 2026-05-18T09:00, HOUR", "2026-05-14T16:30, 2026-05-15T10:30, HOUR", "2026-05-15T12:30, 2026-05-17T10:30, HOUR",
            "2026-05-16T10:00, 2026-05-17T11:00, DAY", "2026-05-21T12:00, 2026-05-24T10:00, HOUR", "2026-05-17T06:00, 2026-05-17T11:00, HOUR"})
    void threeHoursAreHoursInWhichSomebodyWorks(String now, String due, Moved moved) {
        promised(DueChoice.THREE_HOURS, now, due, moved);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-17T09:00, 2026-05-18T12:00,", "2026-05-17T23:00, 2026-05-18T12:00,", "2026-05-14T09:00, 2026-05-15T12:00,", "2026-05-15T09:00, 2026-05-17T12:00, DAY", "2026-05-21T09:00, 2026-05-24T12:00, DAY"})
    void tomorrowByNoonIsTheNextMorningOnWhichSomebodyWorks(String now, String due, Moved moved) {
        promised(DueChoice.TOMORROW_NOON, now, due, moved);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-17, 2026-05-17T17:00,", "2026-05-15, 2026-05-15T13:00,", "2026-05-16, 2026-05-17T17:00, DAY", "2026-05-22, 2026-05-24T17:00, DAY"})
    void aDayIsUntilItsLastClosing(String day, String due, Moved moved) {
        PromisedTime time = DueChoice.within(ISRAEL, LocalDate.parse(day));
        assertThat(time.at()).isEqualTo(at(due));
        assertThat(time.moved()).isEqualTo(moved);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-17T09:00, 2026-05-20T17:00", "2026-05-14T09:00, 2026-05-18T17:00", "2026-05-20T18:00, 2026-05-25T17:00", "2026-05-16T10:00, 2026-05-19T17:00"})
    void threeBusinessDaysDoNotCountTheDayItself(String now, String due) {
        promised(DueChoice.THREE_DAYS, now, due, null);
    }

    @Test
    void aDayThatClosesBeforeNoonIsPromisedUntilItCloses() {
        BusinessCalendar early = new BusinessCalendar(JERUSALEM, BusinessCalendar.Holidays.NONE, List.of(), Map.of(DayOfWeek.MONDAY, List.of(new Hours(480, 660)), DayOfWeek.WEDNESDAY, List.of(new Hours(840, 960))), Map.of());
        PromisedTime monday = DueChoice.TOMORROW_NOON.on(early, at("2026-05-17T09:00"));
        assertThat(monday).isEqualTo(new PromisedTime(at("2026-05-18T11:00"), at("2026-05-18T12:00"), Moved.EARLIER));
        assertThat(DueChoice.TOMORROW_NOON.on(early, at("2026-05-19T09:00")).at()).as("Wednesday has no morning").isEqualTo(at("2026-05-25T11:00"));
    }

    @Test
    void theNightTheClocksChangeIsAsLongAsItIs() {
        BusinessCalendar always = Calendars.always();
        assertThat(DueChoice.THREE_HOURS.on(always, at("2026-03-27T01:00")).at()).as("02:00 becomes 03:00").isEqualTo(at("2026-03-27T05:00"));
        assertThat(DueChoice.THREE_HOURS.on(always, at("2026-10-25T00:00")).at()).as("02:00 becomes 01:00").isEqualTo(at("2026-10-25T02:00"));
        assertThat(DueChoice.TODAY_STILL.on(always, at("2026-10-25T20:00")).at()).isEqualTo(at("2026-10-26T00:00"));
    }

    @Test
    void aPickedMomentIsKeptWhileSomebodyWorksAndElseMovedOn() {
        assertThat(DueChoice.at(ISRAEL, at("2026-05-17T16:59"))).isEqualTo(PromisedTime.as(at("2026-05-17T16:59")));
        assertThat(DueChoice.at(ISRAEL, at("2026-05-17T17:00"))).as("until closing").isEqualTo(PromisedTime.as(at("2026-05-17T17:00")));
        assertThat(DueChoice.at(ISRAEL, at("2026-05-17T20:00"))).isEqualTo(new PromisedTime(at("2026-05-18T08:00"), at("2026-05-17T20:00"), Moved.HOUR));
        assertThat(DueChoice.at(ISRAEL, at("2026-05-22T10:00"))).isEqualTo(new PromisedTime(at("2026-05-24T08:00"), at("2026-05-22T10:00"), Moved.DAY));
        assertThat(DueChoice.at(Calendars.western(), at("2026-05-22T10:00")).at()).as("09:00 in London is 11:00 here").isEqualTo(at("2026-05-22T11:00"));
    }
}
