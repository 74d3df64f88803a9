// SPDX-License-Identifier: Apache-2.0
package il.moked.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.calendar.BusinessCalendar.Hours;
import il.moked.shared.BusinessException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors of field-study d.1. */
class BusinessCalendarTest {
    private static final ZoneId JERUSALEM = ZoneId.of("Asia/Jerusalem");
    private static final BusinessCalendar ISRAEL = Calendars.israeli();

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(JERUSALEM).toInstant();
    }

    @ParameterizedTest
    @CsvSource({"2026-05-14T16:30, 4, 2026-05-15T11:30", "2026-05-15T12:30, 2, 2026-05-17T09:30", "2026-05-16T10:00, 1, 2026-05-17T09:00", "2026-05-17T08:00, 16, 2026-05-18T15:00",
            "2026-05-21T12:00, 2, 2026-05-24T09:00", "2026-05-21T16:00, 9, 2026-05-24T17:00"})
    void businessHoursAreAddedAcrossNightsWeekendsAndShavuotAndTakenBackAgain(String from, int hours, String to) {
        assertThat(ISRAEL.add(at(from), Duration.ofHours(hours))).isEqualTo(at(to));
        assertThat(ISRAEL.between(at(from), at(to))).isEqualTo(Duration.ofHours(hours));
        assertThat(ISRAEL.between(ISRAEL.subtract(at(to), Duration.ofHours(hours)), at(to))).isEqualTo(Duration.ofHours(hours));
    }

    @Test
    void aWarningIsTheSameWalkBackwards() {
        Instant due = at("2026-05-17T09:30");
        assertThat(ISRAEL.subtract(due, Duration.ofHours(2))).isEqualTo(at("2026-05-15T12:30"));
        assertThat(ISRAEL.subtract(due, Duration.ofMinutes(30))).isEqualTo(at("2026-05-17T09:00"));
        assertThat(ISRAEL.subtract(due, Duration.ofMinutes(90))).isEqualTo(at("2026-05-17T08:00"));
    }

    @Test
    void aShortDayAndAClosedDayOfOneDateWinOverTheWeek() {
        BusinessCalendar own = new BusinessCalendar(JERUSALEM, BusinessCalendar.Holidays.NONE, List.of(), ISRAEL.week(),
                Map.of(LocalDate.of(2026, 5, 21), List.of(new Hours(480, 780)), LocalDate.of(2026, 5, 22), List.of(), LocalDate.of(2026, 5, 23), List.of(new Hours(600, 660))));
        assertThat(own.add(at("2026-05-21T12:00"), Duration.ofMinutes(90))).isEqualTo(at("2026-05-23T10:30"));
    }

    @Test
    void daysOnWhichTheClocksChangeHaveTwentyThreeAndTwentyFiveHours() {
        BusinessCalendar always = Calendars.always();
        assertThat(always.between(at("2026-03-27T00:00"), at("2026-03-28T00:00"))).isEqualTo(Duration.ofHours(23));
        assertThat(always.between(at("2026-10-25T00:00"), at("2026-10-26T00:00"))).isEqualTo(Duration.ofHours(25));
        assertThat(always.add(at("2026-03-27T00:00"), Duration.ofHours(23))).isEqualTo(at("2026-03-28T00:00"));
        assertThat(always.add(at("2026-10-25T00:00"), Duration.ofHours(25))).isEqualTo(at("2026-10-26T00:00"));
        assertThat(ISRAEL.add(at("2026-03-26T16:00"), Duration.ofHours(2))).isEqualTo(at("2026-03-27T09:00"));
    }

    @Test
    void hoursInsideTheHourThatIsLeftOutHaveNoLength() {
        BusinessCalendar night = new BusinessCalendar(JERUSALEM, BusinessCalendar.Holidays.NONE, List.of(), Map.of(DayOfWeek.FRIDAY, List.of(new Hours(120, 180), new Hours(240, 300))), Map.of());
        assertThat(night.between(at("2026-03-27T00:00"), at("2026-03-28T00:00"))).isEqualTo(Duration.ofHours(1));
        assertThat(night.openAt(at("2026-03-27T03:00"))).isFalse();
    }

    @Test
    void intervalsAreHalfOpenAndMidnightIsAnEnd() {
        assertThat(ISRAEL.openAt(at("2026-05-17T08:00"))).isTrue();
        assertThat(ISRAEL.openAt(at("2026-05-17T07:59:59"))).isFalse();
        assertThat(ISRAEL.openAt(at("2026-05-17T17:00"))).isFalse();
        BusinessCalendar late = new BusinessCalendar(JERUSALEM, BusinessCalendar.Holidays.NONE, List.of(), Map.of(DayOfWeek.SUNDAY, List.of(new Hours(480, 720), new Hours(1320, 1440))), Map.of());
        assertThat(late.openAt(at("2026-05-17T23:59:59"))).isTrue();
        assertThat(late.openAt(at("2026-05-18T00:00"))).isFalse();
        assertThat(late.add(at("2026-05-17T11:00"), Duration.ofHours(2))).isEqualTo(at("2026-05-17T23:00"));
    }

    @Test
    void openingsAndClosingsAreFound() {
        assertThat(ISRAEL.nextOpening(at("2026-05-14T10:00"))).isEqualTo(at("2026-05-15T08:00"));
        assertThat(ISRAEL.nextOpening(at("2026-05-15T14:00"))).isEqualTo(at("2026-05-17T08:00"));
        assertThat(ISRAEL.closing(at("2026-05-14T10:00"))).isEqualTo(at("2026-05-14T17:00"));
        assertThat(ISRAEL.closing(at("2026-05-16T10:00"))).isEqualTo(at("2026-05-15T13:00"));
        assertThat(ISRAEL.closing(at("2026-05-21T10:00"))).isEqualTo(at("2026-05-21T13:00"));
        assertThat(Calendars.always().nextOpening(at("2026-05-16T10:00"))).isEqualTo(at("2026-05-16T10:00"));
    }

    @Test
    void aCalendarIsReadAsItWasWritten() {
        BusinessCalendar full = new BusinessCalendar(JERUSALEM, BusinessCalendar.Holidays.ISRAEL, List.of(new Hours(480, 780)), ISRAEL.week(), Map.of(LocalDate.of(2026, 10, 27), List.of()));
        assertThat(BusinessCalendarText.read(BusinessCalendarText.write(full)).hours(LocalDate.of(2026, 10, 27))).isEmpty();
        assertThat(BusinessCalendarText.write(BusinessCalendarText.read(BusinessCalendarText.write(full)))).isEqualTo(BusinessCalendarText.write(full));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Asia/Jerusalem | Asia/Nowhere | shared.field-unknown-value | calendar.zone", "08:00-17:00 | 17:00-08:00 | calendar.hours | week[0].hours",
            "08:00-17:00 | 08:00-12:00, 11:00-17:00 | calendar.hours | week[0].hours", "08:00-17:00 | 08:00-24:30 | calendar.hours | week[0].hours", "08:00-17:00 | eight | calendar.hours | week[0].hours",
            "SUNDAY | SOMEDAY | shared.field-unknown-value | week[0].day", "\"days\":[] | \"days\":[{\"date\":\"2026-02-30\"}] | calendar.date | days[0].date"})
    void whatIsWrongIsRefusedWithItsPlace(String right, String wrong, String code, String place) {
        String text = BusinessCalendarText.write(ISRAEL);
        assertThat(text).contains(right);
        assertThatThrownBy(() -> BusinessCalendarText.read(text.replace(right, wrong))).isInstanceOfSatisfying(BusinessException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.arguments().get(0)).isEqualTo(place);
        });
    }
}
