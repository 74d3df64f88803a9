// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.agent.Presence;
import il.moked.calendar.Calendars;
import il.moked.channel.Channel;
import il.moked.customer.Segment;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LineRecordTest {
    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
    private final LineRecord record = new LineRecord(7, 9L, 1, Channel.PHONE, Segment.VIP, Duration.ofSeconds(20), TargetTime.CLOCK, TEN, TEN);

    @Test
    void aWaitOfExactlyTheTargetIsInTime() {
        LineSums sums = record.served(3, TEN.plusSeconds(20), TargetTime.CLOCK);
        assertThat(sums).isEqualTo(new LineSums(0, 0, 1, 1, 0, 0, 0, 20_000, 0, 0, 0, 20_000));
        assertThat(record.inTime()).contains(true);
        assertThat(record.finished(TEN.plusSeconds(80))).isEqualTo(new LineSums(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 60_000, 0));
    }

    @Test
    void whoLeavesWithinFiveSecondsIsAShortAbandon() {
        assertThat(record.abandoned(TEN.plusSeconds(5), TargetTime.CLOCK)).isEqualTo(new LineSums(0, 0, 0, 0, 1, 1, 1, 0, 5_000, 0, 0, 20_000));
        assertThat(record.waits()).isFalse();
    }

    @Test
    void aQueueMaySayWhatIsShort() {
        assertThat(record.abandoned(TEN.plusSeconds(8), TargetTime.CLOCK, Duration.ofSeconds(8)).shortAbandons()).isEqualTo(1);
    }

    @Test
    void aWaitEndsOnce() {
        record.moved(TEN.plusSeconds(1));
        assertThatThrownBy(() -> record.served(3, TEN.plusSeconds(2), TargetTime.CLOCK)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> record.finished(TEN.plusSeconds(2))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aClockThatWasSetBackMakesNoNegativeWait() {
        assertThat(record.served(3, TEN.minusSeconds(3600), TargetTime.CLOCK).waitOfAnswered()).isZero();
    }

    @Test
    void eachEventIsCountedInTheQuarterOfAnHourInWhichItHappened() {
        assertThat(record.keyAt(TEN.plusSeconds(899)).quarter()).isEqualTo(TEN);
        assertThat(record.keyAt(TEN.plusSeconds(900)).quarter()).isEqualTo(TEN.plusSeconds(900));
        assertThat(LineKey.quarterOf(Instant.parse("1969-12-31T23:59:59Z"))).isEqualTo(Instant.parse("1969-12-31T23:45:00Z"));
    }

    @Test
    void whoeverCameAndWasNeitherServedNorLeftNorMovedWaits() {
        assertThat(LineSums.OFFERED.plus(LineSums.OFFERED).plus(LineSums.MOVED).waiting()).isEqualTo(1);
        assertThat(LineSums.OFFERED.plus(record.served(3, TEN, TargetTime.CLOCK)).waiting()).isZero();
    }

    @Test
    void theStateOfAnAgentIsTheFirstThatASupervisorWantsToKnow() {
        assertThat(AgentState.of(Presence.AVAILABLE, 0, 0)).isEqualTo(AgentState.AVAILABLE);
        assertThat(AgentState.of(Presence.AVAILABLE, 1, 3)).isEqualTo(AgentState.ON_OFFER);
        assertThat(AgentState.of(Presence.AVAILABLE, 0, 1)).isEqualTo(AgentState.BUSY);
        assertThat(AgentState.of(Presence.WRAP_UP, 0, 1)).isEqualTo(AgentState.WRAP_UP);
        assertThat(AgentState.of(Presence.AWAY, 0, 1)).isEqualTo(AgentState.AWAY);
        assertThat(AgentState.of(Presence.OFFLINE, 0, 0)).isEqualTo(AgentState.OFFLINE);
    }

    /** Its target ran out within working hours; the answer after closing is late although no working time passed since. */
    @Test
    void ofATargetInBusinessHoursTheWaitAndWhatIsLateAreMeasuredInThem() {
        TargetTime business = new TargetTime("israel", Calendars.israeli());
        Instant fridayEvening = Instant.parse("2026-11-20T18:00:00Z");
        Instant sundayAtEight = Instant.parse("2026-11-22T06:00:00Z");
        LineRecord answered = mail(business, fridayEvening);
        assertThat(answered.lateAt()).isEqualTo(sundayAtEight.plusSeconds(300));
        LineSums sums = answered.served(3, sundayAtEight.plusSeconds(300), business);
        assertThat(sums.answeredInTime()).isEqualTo(1);
        assertThat(sums.waitOfAnswered()).isEqualTo(300_000);
        assertThat(sums.waitByTarget()).hasValue(1);
        assertThat(mail(business, fridayEvening).served(3, sundayAtEight.plusSeconds(301), business).answeredInTime()).isZero();
        assertThat(mail(business, fridayEvening).served(3, fridayEvening.plusSeconds(3600), business)).as("answered on Friday night").isEqualTo(LineSums.answered(Duration.ZERO, Duration.ofMinutes(5)));
    }

    private static LineRecord mail(TargetTime time, Instant since) {
        return new LineRecord(8, 9L, 1, Channel.EMAIL, Segment.PRIVATE, Duration.ofMinutes(5), time, since, since);
    }
}
