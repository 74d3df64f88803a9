// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.calendar.BusinessCalendar;
import il.moked.calendar.BusinessCalendar.Hours;
import il.moked.calendar.Calendars;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules and vectors of field-study d.1, and the walk against counting minute by minute. */
class SlaStateTest {
    private static final ZoneId JERUSALEM = ZoneId.of("Asia/Jerusalem");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(JERUSALEM).toInstant();
    }

    private static BusinessCalendar calendar(String code) {
        return "always".equals(code) ? Calendars.always() : Calendars.israeli();
    }

    private static SlaState state(SlaEvent... log) {
        return SlaState.of(List.of(log), SlaStateTest::calendar);
    }

    private static SlaEvent begins(String at, int hours) {
        return SlaEvent.activate(at(at), new SlaTarget(Duration.ofHours(hours), "israel"));
    }

    private static SlaEvent then(SlaEvent.Kind kind, String at) {
        return SlaEvent.of(kind, at(at));
    }

    @ParameterizedTest
    @CsvSource({"2026-05-14T16:30, 4, 2026-05-15T11:30", "2026-05-15T12:30, 2, 2026-05-17T09:30", "2026-05-16T10:00, 1, 2026-05-17T09:00", "2026-05-17T08:00, 16, 2026-05-18T15:00",
            "2026-05-21T12:00, 2, 2026-05-24T09:00", "2026-05-21T16:00, 9, 2026-05-24T17:00"})
    void dueIsInBusinessTime(String start, int hours, String due) {
        assertThat(state(begins(start, hours)).due()).isEqualTo(at(due));
    }

    @Test
    void dayAndNightADayHasTwentyThreeAndTwentyFiveHoursWhenTheClocksChange() {
        SlaTarget day = new SlaTarget(Duration.ofHours(24), "always");
        assertThat(state(SlaEvent.activate(at("2026-03-26T12:00"), day)).due()).isEqualTo(at("2026-03-27T13:00"));
        assertThat(state(SlaEvent.activate(at("2026-10-24T12:00"), day)).due()).isEqualTo(at("2026-10-25T11:00"));
    }

    @Test
    void aPauseMovesDueByThePausedBusinessTime() {
        // eight hours from Sunday 08:00 are due at 16:00; Sunday 10:00 to Monday 09:00 are eight hours of business time
        SlaState state = state(begins("2026-05-17T08:00", 8), then(SlaEvent.Kind.PAUSE, "2026-05-17T10:00"), then(SlaEvent.Kind.RESUME, "2026-05-18T09:00"));
        assertThat(state.due()).isEqualTo(at("2026-05-18T15:00"));
        assertThat(state.countedAt(at("2026-05-18T10:00"))).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void whileItPausesNothingIsDue() {
        SlaState state = state(begins("2026-05-17T08:00", 8), then(SlaEvent.Kind.PAUSE, "2026-05-17T10:00"));
        assertThat(state.due()).isNull();
        assertThat(state.watchAt()).isNull();
        assertThat(state.countedAt(at("2026-06-17T10:00"))).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void aChangeOfPolicyKeepsWhatIsCounted() {
        SlaState longer = state(begins("2026-05-17T08:00", 2), SlaEvent.policyChange(at("2026-05-17T09:00"), new SlaTarget(Duration.ofHours(8), "israel")));
        assertThat(longer.due()).isEqualTo(at("2026-05-17T16:00"));
        SlaState shorter = state(begins("2026-05-17T08:00", 8), SlaEvent.policyChange(at("2026-05-17T12:00"), new SlaTarget(Duration.ofHours(2), "israel")));
        assertThat(shorter.due()).as("start and target, though it is over").isEqualTo(at("2026-05-17T10:00"));
    }

    @Test
    void aWarningIsTheSameWalkBackwards() {
        SlaState state = state(begins("2026-05-15T12:00", 4));
        assertThat(state.due()).isEqualTo(at("2026-05-17T11:00"));
        assertThat(state.warningAt(75)).isEqualTo(at("2026-05-17T10:00"));
        assertThat(state.watchAt()).isEqualTo(at("2026-05-17T10:00"));
    }

    @Test
    void whatEndedIsFrozen() {
        SlaState state = state(begins("2026-05-17T08:00", 2), then(SlaEvent.Kind.FULFIL, "2026-05-17T09:00"), then(SlaEvent.Kind.BREACH, "2026-05-17T11:00"), then(SlaEvent.Kind.RESUME, "2026-05-17T12:00"));
        assertThat(state.status()).isEqualTo(SlaState.Status.FULFILLED);
        assertThat(state.met()).isTrue();
        assertThat(state.counted()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void whatAMergingDidCountsNoMoreWhenItIsUndone() {
        SlaEvent earlier = SlaEvent.earlier(at("2026-05-17T08:00"), Duration.ofHours(2)).by(7);
        assertThat(state(begins("2026-05-17T10:00", 4), earlier).due()).isEqualTo(at("2026-05-17T12:00"));
        SlaState undone = state(begins("2026-05-17T10:00", 4), earlier, then(SlaEvent.Kind.BREACH, "2026-05-17T12:00"), SlaEvent.unmerge(at("2026-05-17T13:00"), 7));
        assertThat(undone.due()).isEqualTo(at("2026-05-17T14:00"));
        assertThat(undone.breachedAt()).as("it was only late because of the merging").isNull();
    }

    /** Any calendar, any pauses and changes of policy: the same as somebody who looks at the clock each minute. */
    @RepeatedTest(60)
    void theWalkIsWhatAMinuteByMinuteCountSays(RepetitionInfo which) {
        Random dice = new Random(4711L + which.getCurrentRepetition());
        BusinessCalendar calendar = anyCalendar(dice);
        Instant start = at("2026-03-20T00:00").plus(dice.nextInt(12 * 24 * 60), ChronoUnit.MINUTES);
        List<SlaEvent> log = new ArrayList<>();
        Duration target = Duration.ofMinutes(1 + dice.nextInt(3000));
        log.add(SlaEvent.activate(start, new SlaTarget(target, "any")));
        Instant last = start;
        boolean running = true;
        long counted = 0;
        for (int step = dice.nextInt(5); step > 0; step--) {
            Instant next = last.plus(dice.nextInt(3000), ChronoUnit.MINUTES);
            counted += running ? openMinutes(calendar, last, next) : 0;
            if (dice.nextInt(3) == 0) {
                target = Duration.ofMinutes(1 + dice.nextInt(3000));
                log.add(SlaEvent.policyChange(next, new SlaTarget(target, "any")));
            } else {
                log.add(SlaEvent.of(running ? SlaEvent.Kind.PAUSE : SlaEvent.Kind.RESUME, next));
                running = !running;
            }
            last = next;
        }
        if (!running) {
            log.add(SlaEvent.of(SlaEvent.Kind.RESUME, last));
        }
        SlaState state = SlaState.of(log, code -> calendar);
        assertThat(state.countedAt(last)).isEqualTo(Duration.ofMinutes(counted));
        Instant later = last.plus(dice.nextInt(4000), ChronoUnit.MINUTES);
        assertThat(state.countedAt(later)).isEqualTo(Duration.ofMinutes(counted + openMinutes(calendar, last, later)));
        if (target.toMinutes() > counted) {
            assertThat(state.due()).isEqualTo(afterOpenMinutes(calendar, last, target.toMinutes() - counted));
            assertThat(state.leftAt(state.due())).isEqualTo(Duration.ZERO);
        } else {
            assertThat(state.due()).isBeforeOrEqualTo(last);
        }
    }

    private static long openMinutes(BusinessCalendar calendar, Instant from, Instant to) {
        long minutes = 0;
        for (Instant at = from; at.isBefore(to); at = at.plus(1, ChronoUnit.MINUTES)) {
            minutes += calendar.openAt(at) ? 1 : 0;
        }
        return minutes;
    }

    private static Instant afterOpenMinutes(BusinessCalendar calendar, Instant from, long minutes) {
        Instant at = from;
        for (long left = minutes; left > 0; at = at.plus(1, ChronoUnit.MINUTES)) {
            left -= calendar.openAt(at) ? 1 : 0;
        }
        return at;
    }

    private static BusinessCalendar anyCalendar(Random dice) {
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            int first = dice.nextInt(700);
            int second = first + 1 + dice.nextInt(300);
            week.put(day, switch (dice.nextInt(5)) {
                case 0 -> List.of();
                case 1 -> List.of(Hours.ALL_DAY);
                case 2 -> List.of(new Hours(first, second), new Hours(second, 1440));
                default -> List.of(new Hours(first, second), new Hours(second + 60, second + 61 + dice.nextInt(300)));
            });
        }
        week.put(DayOfWeek.TUESDAY, List.of(new Hours(480, 1020)));
        return new BusinessCalendar(JERUSALEM, dice.nextBoolean() ? BusinessCalendar.Holidays.ISRAEL : BusinessCalendar.Holidays.NONE, List.of(new Hours(480, 780)), week, Map.of(LocalDate.of(2026, 3, 29), List.of(new Hours(600, 660))));
    }
}
