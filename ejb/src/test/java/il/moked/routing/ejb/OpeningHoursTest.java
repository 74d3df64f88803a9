// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.calendar.BusinessCalendar;
import il.moked.calendar.Calendars;
import il.moked.routing.StatutoryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Thursday 14 May 2026 is an ordinary day: 08:00 to 17:00, three hours ahead of UTC. */
class OpeningHoursTest {
    private static final BusinessCalendar ISRAEL = Calendars.israeli();
    private final OpeningHours hours = new OpeningHours();

    private static Instant deadline(String left) {
        return OpeningHours.callBackClock(StatutoryPolicy.ISRAEL, ISRAEL, Instant.parse(left)).deadline();
    }

    @Test
    void aMessageLeftByDayIsCalledBackWithinThreeHours() {
        assertThat(deadline("2026-05-14T07:00:00Z")).isEqualTo("2026-05-14T10:00:00Z");
        assertThat(deadline("2026-05-14T12:00:00Z")).as("two hours before closing").isEqualTo("2026-05-14T15:00:00Z");
    }

    @Test
    void aMessageLeftLaterRunsFromTheNextOpening() {
        assertThat(deadline("2026-05-14T12:00:01Z")).as("Friday 08:00 and three hours").isEqualTo("2026-05-15T08:00:00Z");
        assertThat(deadline("2026-05-15T09:30:00Z")).as("Friday 12:30: Sunday 11:00").isEqualTo("2026-05-17T08:00:00Z");
    }

    @Test
    void aMessageOfHalfPastFourIsDueThreeHoursIntoTheNextWorkingDay() {
        assertThat(deadline("2026-05-13T13:30:00Z")).as("Wednesday: Thursday 11:00").isEqualTo("2026-05-14T08:00:00Z");
        assertThat(deadline("2026-05-14T13:30:00Z")).as("Thursday: the short Friday, 11:00").isEqualTo("2026-05-15T08:00:00Z");
        assertThat(deadline("2026-05-15T13:30:00Z")).as("Friday after closing: over Shabbat to Sunday 11:00").isEqualTo("2026-05-17T08:00:00Z");
        assertThat(deadline("2026-05-21T13:30:00Z")).as("the eve of Shavuot, closed since 13:00: over feast and Shabbat to Sunday 11:00").isEqualTo("2026-05-24T08:00:00Z");
        assertThat(deadline("2026-05-22T09:00:00Z")).as("on the feast itself").isEqualTo("2026-05-24T08:00:00Z");
    }

    @Test
    void itPressesInTheLastHourOfThoseThreeAndNotByNight() {
        assertThat(OpeningHours.callBackClock(StatutoryPolicy.ISRAEL, ISRAEL, Instant.parse("2026-05-14T13:30:00Z")).pressing()).isEqualTo("2026-05-15T07:00:00Z");
        assertThat(OpeningHours.callBackClock(StatutoryPolicy.ISRAEL, ISRAEL, Instant.parse("2026-05-14T07:00:00Z")).pressing()).isEqualTo("2026-05-14T09:00:00Z");
    }

    @Test
    void aMessageLeftAtNightRunsFromTheMorning() {
        assertThat(deadline("2026-05-14T02:00:00Z")).as("05:00 of the same day").isEqualTo("2026-05-14T08:00:00Z");
        assertThat(deadline("2026-05-16T10:00:00Z")).as("Saturday").isEqualTo("2026-05-17T08:00:00Z");
    }

    @Test
    void theNightTheClocksChangeMakesNoOtherDeadline() {
        assertThat(deadline("2026-03-26T14:30:00Z")).as("Thursday evening; on Friday morning it is an hour earlier in UTC").isEqualTo("2026-03-27T08:00:00Z");
        assertThat(deadline("2026-10-24T20:00:00Z")).as("Saturday night; winter begins").isEqualTo("2026-10-25T09:00:00Z");
    }

    @Test
    void aLimitOfMinutesIsThatLongInTheNightTheClocksChangeToo() {
        Instant beforeSpring = Instant.parse("2026-03-26T23:58:00Z");
        assertThat(StatutoryPolicy.ISRAEL.answerClock("fault", beforeSpring).orElseThrow().deadline()).as("01:58 and six minutes: 03:04").isEqualTo("2026-03-27T00:04:00Z");
        Instant beforeAutumn = Instant.parse("2026-10-24T22:58:00Z");
        assertThat(StatutoryPolicy.ISRAEL.answerClock("fault", beforeAutumn).orElseThrow().deadline()).as("01:58, then 01:04 once more").isEqualTo("2026-10-24T23:04:00Z");
        assertThat(OpeningHours.callBackClock(StatutoryPolicy.ISRAEL, Calendars.always(), beforeSpring).deadline()).as("three hours by any clock").isEqualTo("2026-03-27T02:58:00Z");
        assertThat(OpeningHours.callBackClock(StatutoryPolicy.ISRAEL, Calendars.always(), beforeAutumn).deadline()).isEqualTo("2026-10-25T01:58:00Z");
    }

    @Test
    void whoIsAlwaysOpenCallsBackAtNight() {
        Instant left = Instant.parse("2026-05-14T22:30:00Z");
        assertThat(OpeningHours.callBackClock(StatutoryPolicy.ISRAEL, Calendars.always(), left).deadline()).isEqualTo(left.plus(Duration.ofHours(3)));
    }

    @Test
    void onlyOpenTimesAreOffered() {
        List<Instant> times = hours.times(ISRAEL, Instant.parse("2026-05-14T12:47:10Z"), 40);
        assertThat(times.get(0)).as("half an hour ahead, rounded up").isEqualTo("2026-05-14T13:30:00Z");
        assertThat(times.get(1)).as("the last of the day was 16:30").isEqualTo("2026-05-15T05:00:00Z");
        assertThat(times).hasSize(40).isSorted().allMatch(ISRAEL::openAt);
    }

    @Test
    void anHourThatDoesNotExistIsNotOfferedAndOneThatComesTwiceIsTwoMoments() {
        ZoneId zone = ZoneId.of("Asia/Jerusalem");
        List<Instant> spring = hours.times(Calendars.always(), Instant.parse("2026-03-26T21:00:00Z"), 12);
        assertThat(spring.stream().map(at -> at.atZone(zone).toLocalTime())).doesNotContain(LocalTime.of(2, 0), LocalTime.of(2, 30)).contains(LocalTime.of(1, 30), LocalTime.of(3, 0));
        List<Instant> autumn = hours.times(Calendars.always(), Instant.parse("2026-10-24T20:00:00Z"), 12);
        assertThat(autumn).doesNotHaveDuplicates();
        assertThat(autumn.stream().map(at -> at.atZone(zone).toLocalTime()).filter(LocalTime.of(1, 30)::equals)).hasSize(2);
    }

    @Test
    void whatIsTooFarClosedOrOverIsRefused() {
        Instant now = Instant.parse("2026-05-14T07:00:00Z");
        assertThat(hours.allows(ISRAEL, now.plusSeconds(3600), now)).isTrue();
        assertThat(hours.allows(ISRAEL, now, now)).isFalse();
        assertThat(hours.allows(ISRAEL, now.plus(Duration.ofHours(12)), now)).as("at night").isFalse();
        assertThat(hours.allows(ISRAEL, now.plus(Duration.ofDays(31)), now)).isFalse();
    }
}
