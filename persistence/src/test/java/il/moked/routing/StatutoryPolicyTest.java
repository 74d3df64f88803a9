// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Limits of field-study d.8; Thursday 14 May 2026, noon and later in Israel. */
class StatutoryPolicyTest {
    private static final StatutoryPolicy LAW = StatutoryPolicy.ISRAEL;
    private static final Instant DIALLED = Instant.parse("2026-05-14T09:00:00Z");
    private static final Instant CLOSING = Instant.parse("2026-05-14T14:00:00Z");
    private static final Instant NEXT_OPENING = Instant.parse("2026-05-15T05:00:00Z");

    @Test
    void faultBillAndTerminationAreAnsweredWithinSixMinutesOfDialling() {
        for (String subject : Set.of("fault", "bill", "termination")) {
            assertThat(LAW.answerClock(subject, DIALLED).orElseThrow().deadline()).as(subject).isEqualTo(DIALLED.plusSeconds(360));
        }
        assertThat(LAW.answerClock("purchase", DIALLED)).isEmpty();
    }

    @Test
    void sixMinutesAreKeptAndASecondMoreIsABreach() {
        StatutoryClock clock = LAW.answerClock("fault", DIALLED).orElseThrow();
        assertThat(clock.answered(DIALLED.plusSeconds(360)).kept()).isTrue();
        assertThat(clock.answered(DIALLED.plusSeconds(361)).kept()).isFalse();
        assertThat(clock.answered(DIALLED.plusSeconds(421)).over()).isEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void whoGivesUpInTimeIsNoBreachAndWhoGivesUpTooLateIsOne() {
        StatutoryClock clock = LAW.answerClock("bill", DIALLED).orElseThrow();
        assertThat(clock.unanswered(DIALLED.plusSeconds(359)).kept()).isTrue();
        assertThat(clock.unanswered(DIALLED.plusSeconds(400)).over()).isEqualTo(Duration.ofSeconds(40));
        assertThat(clock.unanswered(DIALLED.plusSeconds(400)).answered()).isNull();
    }

    @Test
    void theEvidenceNamesTheVersionOfTheNumbers() {
        StatutoryPolicy stricter = new StatutoryPolicy(7, Set.of("fault"), Duration.ofMinutes(3), Duration.ofMinutes(3), Duration.ofMinutes(2), Duration.ofHours(3), Duration.ofHours(2));
        assertThat(stricter.answerClock("fault", DIALLED).orElseThrow().answered(DIALLED.plusSeconds(200)))
                .isEqualTo(new StatutoryClock.Evidence(7, "fault", DIALLED, DIALLED.plusSeconds(180), DIALLED.plusSeconds(200), Duration.ofSeconds(20)));
        assertThat(stricter.answerClock("bill", DIALLED)).isEmpty();
    }

    @Test
    void aWaitAboveThreeMinutesIsAnnouncedByMinuteTwo() {
        assertThat(LAW.announcementDue(DIALLED, Duration.ofSeconds(181))).contains(DIALLED.plusSeconds(120));
        assertThat(LAW.announcementDue(DIALLED, Duration.ofSeconds(180))).isEmpty();
        assertThat(LAW.announcementDue(DIALLED, null)).as("nobody is there").contains(DIALLED.plusSeconds(120));
    }

    @Test
    void aMessageIsAnsweredWithinThreeHours() {
        assertThat(LAW.callBackClock(DIALLED, CLOSING, NEXT_OPENING).deadline()).isEqualTo(DIALLED.plus(Duration.ofHours(3)));
        assertThat(LAW.callBackClock(CLOSING.minus(Duration.ofHours(2)), CLOSING, NEXT_OPENING).deadline()).isEqualTo(CLOSING.plus(Duration.ofHours(1)));
    }

    @Test
    void aMessageShortlyBeforeOrAfterClosingIsAnsweredThreeHoursFromTheNextOpening() {
        Instant shortlyBefore = CLOSING.minus(Duration.ofMinutes(119));
        assertThat(LAW.callBackClock(shortlyBefore, CLOSING, NEXT_OPENING).deadline()).isEqualTo(NEXT_OPENING.plus(Duration.ofHours(3)));
        assertThat(LAW.callBackClock(CLOSING.plus(Duration.ofHours(5)), CLOSING, NEXT_OPENING).deadline()).isEqualTo(NEXT_OPENING.plus(Duration.ofHours(3)));
    }

    @Test
    void theNightBelongsToNoLastThird() {
        assertThat(LAW.callBackClock(CLOSING, CLOSING, NEXT_OPENING).pressing()).isEqualTo(NEXT_OPENING.plus(Duration.ofHours(2)));
        assertThat(LAW.callBackClock(DIALLED, CLOSING, NEXT_OPENING).pressing()).isEqualTo(DIALLED.plus(Duration.ofHours(2)));
    }

    @Test
    void aPressingClockBringsTheDueTimeForwardAndNeverBack() {
        StatutoryClock clock = LAW.answerClock("fault", DIALLED).orElseThrow();
        Instant queued = DIALLED.plusSeconds(40);
        assertThat(clock.pressing()).isEqualTo(DIALLED.plusSeconds(240));
        assertThat(DueTime.of(queued, Duration.ofMinutes(5), Duration.ZERO, clock)).isEqualTo(DIALLED.plusSeconds(240));
        assertThat(DueTime.of(queued, Duration.ofMinutes(2), Duration.ZERO, clock)).isEqualTo(queued.plusSeconds(120));
        assertThat(DueTime.of(queued, Duration.ofMinutes(2), Duration.ofSeconds(30), null)).isEqualTo(queued.plusSeconds(90));
    }

    @Test
    void aLimitIsLongerThanNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StatutoryPolicy(1, Set.of(), Duration.ZERO, Duration.ofMinutes(3), Duration.ofMinutes(2), Duration.ofHours(3), Duration.ofHours(2)));
    }
}
