// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.branch.BookableHours.Free;
import il.moked.calendar.BusinessCalendar;
import il.moked.calendar.BusinessCalendar.Hours;
import il.moked.calendar.Calendars;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BookableHoursTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 6, 2);
    private static final Instant LONG_BEFORE = Instant.parse("2026-01-01T00:00:00Z");

    private static Instant at(LocalDate date, int hour, int minute) {
        return date.atTime(hour, minute).atZone(ZONE).toInstant();
    }

    private static BookableHours hours(BusinessCalendar calendar, int minutes, Map<Integer, Integer> places) {
        Map<AppointmentHour, Integer> capacity = new HashMap<>();
        places.forEach((hour, many) -> List.of(DayOfWeek.values()).forEach(day -> capacity.put(new AppointmentHour(day, hour), many)));
        return new BookableHours(calendar, Duration.ofMinutes(minutes), capacity);
    }

    @Test
    void placesAreSpreadOverTheirHour() {
        List<Free> free = hours(Calendars.always(), 10, Map.of(9, 4, 10, 1)).free(TUESDAY, LONG_BEFORE, Map.of());
        assertThat(free).extracting(Free::startsAt).containsExactly(at(TUESDAY, 9, 0), at(TUESDAY, 9, 15), at(TUESDAY, 9, 30), at(TUESDAY, 9, 45), at(TUESDAY, 10, 0));
        assertThat(hours(Calendars.always(), 10, Map.of(9, 24)).free(TUESDAY, LONG_BEFORE, Map.of())).hasSize(12).allSatisfy(one -> assertThat(one.places()).isEqualTo(2));
    }

    @Test
    void whatIsTakenIsNotFreeAndAnHourNeverHasMoreThanItsPlaces() {
        BookableHours hours = hours(Calendars.always(), 10, Map.of(9, 2));
        assertThat(hours.free(TUESDAY, LONG_BEFORE, Map.of(at(TUESDAY, 9, 0), 1))).extracting(Free::startsAt).containsExactly(at(TUESDAY, 9, 30));
        assertThat(hours.free(TUESDAY, LONG_BEFORE, Map.of(at(TUESDAY, 9, 10), 2))).as("booked when the hour had other places").isEmpty();
        assertThat(hours.freeAt(at(TUESDAY, 9, 30), LONG_BEFORE, Map.of())).isEqualTo(1);
        assertThat(hours.freeAt(at(TUESDAY, 9, 31), LONG_BEFORE, Map.of())).as("nobody is told to come then").isZero();
        assertThat(hours.freeAt(at(TUESDAY, 11, 0), LONG_BEFORE, Map.of())).isZero();
    }

    @Test
    void nothingIsFreeInThePastNorWhenTheBranchIsClosed() {
        BookableHours hours = hours(Calendars.israeli(), 30, Map.of(7, 2, 8, 2, 16, 2));
        assertThat(hours.free(TUESDAY, LONG_BEFORE, Map.of())).extracting(Free::startsAt).as("he is served before it closes at five").containsExactly(at(TUESDAY, 8, 0), at(TUESDAY, 8, 30), at(TUESDAY, 16, 0), at(TUESDAY, 16, 30));
        assertThat(hours.free(TUESDAY, at(TUESDAY, 16, 0), Map.of())).extracting(Free::startsAt).containsExactly(at(TUESDAY, 16, 30));
        assertThat(hours.free(LocalDate.of(2026, 6, 6), LONG_BEFORE, Map.of())).as("Saturday").isEmpty();
        assertThat(hours.free(LocalDate.of(2026, 9, 21), LONG_BEFORE, Map.of())).as("Day of Atonement").isEmpty();
        BusinessCalendar usual = Calendars.israeli();
        BusinessCalendar special = new BusinessCalendar(ZONE, usual.holidays(), usual.shortDay(), usual.week(), Map.of(TUESDAY, List.of(new Hours(16 * 60, 16 * 60 + 30))));
        assertThat(hours(special, 30, Map.of(8, 2, 16, 2)).free(TUESDAY, LONG_BEFORE, Map.of())).extracting(Free::startsAt).as("a special day").containsExactly(at(TUESDAY, 16, 0));
    }

    @Test
    void anHourThatTheClocksLeaveOutHasNoPlacesAndOneThatComesTwiceHasThemOnce() {
        BookableHours hours = hours(Calendars.always(), 10, Map.of(1, 2, 2, 2, 3, 1));
        LocalDate forward = LocalDate.of(2027, 3, 26);
        assertThat(hours.free(forward, LONG_BEFORE, Map.of())).extracting(Free::startsAt).containsExactly(Instant.parse("2027-03-25T23:00:00Z"), Instant.parse("2027-03-25T23:30:00Z"), Instant.parse("2027-03-26T00:00:00Z"));
        LocalDate back = LocalDate.of(2027, 10, 31);
        assertThat(hours.free(back, LONG_BEFORE, Map.of())).extracting(Free::startsAt).containsExactly(Instant.parse("2027-10-30T22:00:00Z"), Instant.parse("2027-10-30T22:30:00Z"), Instant.parse("2027-10-31T00:00:00Z"), Instant.parse("2027-10-31T00:30:00Z"), Instant.parse("2027-10-31T01:00:00Z"));
    }
}
