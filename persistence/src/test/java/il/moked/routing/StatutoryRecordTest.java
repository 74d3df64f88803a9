// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.routing.StatutoryRecord.End;
import il.moked.routing.StatutoryRecord.Kind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StatutoryRecordTest {
    private static final Instant DIALLED = Instant.parse("2026-05-14T09:00:00Z");
    private final StatutoryRecord record = new StatutoryRecord(Kind.ANSWER, 1, 2, StatutoryPolicy.ISRAEL.answerClock("fault", DIALLED).orElseThrow());

    @Test
    void sixMinutesRunFromDialling() {
        assertThat(record.deadline()).contains(DIALLED.plus(Duration.ofMinutes(6)));
        assertThat(record.over(DIALLED.plusSeconds(360))).isZero();
        assertThat(record.over(DIALLED.plusSeconds(361))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void anAnnouncementMovesNothing() {
        record.announceBy(DIALLED.plusSeconds(120));
        record.told(4, 5L, DIALLED.plusSeconds(30));
        record.told(3, 4L, DIALLED.plusSeconds(120));
        assertThat(record.startedAt()).isEqualTo(DIALLED);
        assertThat(record.deadline()).contains(DIALLED.plusSeconds(360));
        assertThat(record.announcedAt()).as("the first one is the evidence").contains(DIALLED.plusSeconds(30));
        assertThat(record.running()).isTrue();
    }

    @Test
    void thatNoWaitCanBeForetoldIsAnAnnouncementToo() {
        record.told(4, null, DIALLED.plusSeconds(30));
        assertThat(record.announcedAt()).contains(DIALLED.plusSeconds(30));
        assertThat(record.wasTold(4, null)).isTrue();
        assertThat(record.wasTold(4, 3L)).isFalse();
    }

    @Test
    void aCallNobodyAnsweredEndsNothing() {
        record.attempted(DIALLED.plusSeconds(100));
        record.attempted(DIALLED.plusSeconds(200));
        record.noticed(DIALLED.plusSeconds(201));
        assertThat(record.running()).isTrue();
        assertThat(record.attempts()).isEqualTo(2);
        assertThat(record.attemptedAt()).contains(DIALLED.plusSeconds(100));
        assertThat(record.noticedAt()).contains(DIALLED.plusSeconds(201));
        assertThat(record.over(DIALLED.plusSeconds(361))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void theLastThirdIsToldOnceAndMovesWithTheBegin() {
        assertThat(record.pressingAt()).contains(DIALLED.plusSeconds(240));
        record.begunBy(DIALLED.minusSeconds(60));
        assertThat(record.pressingAt()).contains(DIALLED.plusSeconds(180));
        assertThat(record.warn()).isTrue();
        assertThat(record.warn()).isFalse();
    }

    @Test
    void aSubjectChosenLateIsLimitedFromDialling() {
        StatutoryRecord late = new StatutoryRecord(1, 2, 1, null, DIALLED);
        late.limitedBy(StatutoryPolicy.ISRAEL.answerClock("fault", DIALLED.plusSeconds(100)).orElseThrow());
        assertThat(late.subject()).contains("fault");
        assertThat(late.deadline()).contains(DIALLED.plusSeconds(360));
        late.limitedBy(new StatutoryClock(1, "bill", DIALLED, Duration.ofHours(1)));
        assertThat(late.subject()).as("the first limit stays").contains("fault");
        assertThat(late.limit()).contains(Duration.ofMinutes(6));
    }

    @Test
    void theFirstAnswerStands() {
        record.answered(DIALLED.plusSeconds(300), 5L);
        record.answered(DIALLED.plusSeconds(900), 6L);
        assertThat(record.answeredAt()).contains(DIALLED.plusSeconds(300));
        assertThat(record.agentId()).contains(5L);
        assertThat(record.over(DIALLED.plusSeconds(5000))).isZero();
    }

    @Test
    void whoGaveUpInTimeWasNotWronged() {
        record.ended(End.ABANDONED, DIALLED.plusSeconds(359));
        assertThat(record.over(DIALLED.plusSeconds(5000))).isZero();
        StatutoryRecord late = new StatutoryRecord(Kind.ANSWER, 1, 2, StatutoryPolicy.ISRAEL.answerClock("bill", DIALLED).orElseThrow());
        late.ended(End.ABANDONED, DIALLED.plusSeconds(400));
        assertThat(late.over(DIALLED.plusSeconds(5000))).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void anAnswerToldLateUndoesTheEnd() {
        record.ended(End.ABANDONED, DIALLED.plusSeconds(400));
        record.answered(DIALLED.plusSeconds(200), 5L);
        assertThat(record.over(DIALLED.plusSeconds(5000))).isZero();
        assertThat(record.endedHow()).isEmpty();
    }

    @Test
    void theBeginMovesOnlyBack() {
        record.begunBy(DIALLED.plusSeconds(60));
        assertThat(record.startedAt()).isEqualTo(DIALLED);
        record.begunBy(DIALLED.minusSeconds(60));
        assertThat(record.deadline()).contains(DIALLED.plusSeconds(300));
    }

    @Test
    void aBreachIsToldOnce() {
        assertThat(record.tellBreach()).isTrue();
        assertThat(record.tellBreach()).isFalse();
    }

    @Test
    void withoutALimitNothingIsLate() {
        StatutoryRecord other = new StatutoryRecord(1, 2, 1, "other", DIALLED);
        assertThat(other.over(DIALLED.plus(Duration.ofDays(1)))).isZero();
        assertThat(other.deadline()).isEmpty();
    }
}
