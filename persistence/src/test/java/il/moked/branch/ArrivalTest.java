// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.branch.Arrival.State;
import il.moked.branch.Arrival.Ticket;
import il.moked.channel.Channel;
import il.moked.customer.Segment;
import il.moked.dispatch.GeoPoint;
import il.moked.dispatch.Locality;
import il.moked.shared.BusinessException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ArrivalTest {
    private static final Instant NOON = Instant.parse("2026-05-21T09:00:00Z");
    private static final Locality HAIFA = new Locality("haifa", new Locality.Facts("חיפה", "Haifa", "north", new GeoPoint(32.79, 34.99)));

    private final Branch branch = new Branch("carmel", facts(Set.of(Segment.PRIVATE)), 1, 2, 3);
    private final VisitReason reason = new VisitReason("bill", null, new VisitReason.Terms("חשבון", "Bill", null, "A", 5, 1));
    private final Counter counter = new Counter(branch, 4, "service");

    private static Branch.Facts facts(Set<Segment> segments) {
        return new Branch.Facts("כרמל", "Carmel", "הנשיא 1", HAIFA, null, "04-555-1234", null, segments, false);
    }

    private Ticket ticket() {
        return new Ticket(branch, LocalDate.of(2026, 5, 21), new TicketNumber("A", 12), null, null, reason, null, Arrival.How.GREETER, false, null);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void isCalledServedAndDone() {
        Arrival arrival = Arrival.atTheDoor(ticket(), NOON);
        arrival.callTo(counter, NOON.plusSeconds(60));
        arrival.callAgain(NOON.plusSeconds(90));
        assertThat(arrival.calls()).isEqualTo(2);
        arrival.begin(NOON.plusSeconds(120));
        arrival.done(NOON.plusSeconds(600));
        assertThat(arrival.state()).isEqualTo(State.DONE);
        assertThat(arrival.endedAt()).contains(NOON.plusSeconds(600));
        assertThat(arrival.number()).contains("A012");
    }

    @Test
    void goesBackToTheLineAndIsCalledAnew() {
        Arrival arrival = Arrival.atTheDoor(ticket(), NOON);
        arrival.callTo(counter, NOON);
        arrival.back();
        assertThat(arrival.state()).isEqualTo(State.WAITING);
        assertThat(arrival.counter()).isEmpty();
        arrival.callTo(counter, NOON.plusSeconds(5));
        arrival.begin(NOON.plusSeconds(9));
        arrival.back();
        assertThat(arrival.servedAt()).isEmpty();
    }

    @Test
    void whoDidNotComeMayComeAfterAll() {
        Arrival arrival = Arrival.atTheDoor(ticket(), NOON);
        arrival.admitted(7, NOON.plusSeconds(300));
        refused("branch.changed", arrival::comesAgain);
        arrival.callTo(counter, NOON);
        arrival.callAgain(NOON);
        arrival.notShown(NOON.plusSeconds(60));
        arrival.comesAgain();
        assertThat(arrival.state()).isEqualTo(State.WAITING);
        assertThat(arrival.dueAt()).as("with the place he had").contains(NOON.plusSeconds(300));
        assertThat(arrival.counter()).isEmpty();
        assertThat(arrival.calls()).isZero();
        assertThat(arrival.endedAt()).isEmpty();
    }

    @Test
    void whatIsOverStaysOver() {
        Arrival left = Arrival.atTheDoor(ticket(), NOON);
        left.leave(NOON);
        refused("branch.changed", () -> left.callTo(counter, NOON));
        refused("branch.changed", () -> left.leave(NOON));
        Arrival waiting = Arrival.atTheDoor(ticket(), NOON);
        refused("branch.changed", () -> waiting.begin(NOON));
        refused("branch.changed", () -> waiting.notShown(NOON));
        refused("branch.changed", () -> waiting.done(NOON));
    }

    @Test
    void whoTookHisNumberAtHomeWaitsFromTheDoor() {
        Arrival arrival = Arrival.fromHome(ticket(), NOON, NOON.plusSeconds(1200));
        refused("branch.changed", () -> arrival.callTo(counter, NOON));
        arrival.comes(NOON.plusSeconds(1100));
        assertThat(arrival.arrivedAt()).contains(NOON.plusSeconds(1100));
        assertThat(arrival.state()).isEqualTo(State.WAITING);
        Arrival absent = Arrival.fromHome(ticket(), NOON, NOON.plusSeconds(1200));
        absent.notShown(NOON.plusSeconds(9000));
        assertThat(absent.state()).isEqualTo(State.NO_SHOW);
    }

    @Test
    void anAppointmentKeepsItsHourForAWhile() {
        Appointment appointment = new Appointment(branch, reason, null, NOON, "CODE", Channel.CHAT, "dana", NOON.minus(Duration.ofDays(1)));
        assertThat(appointment.keepsHour(NOON.minusSeconds(1000))).isTrue();
        assertThat(appointment.keepsHour(NOON.plus(Appointment.GRACE))).isTrue();
        assertThat(appointment.keepsHour(NOON.plus(Appointment.GRACE).plusMillis(1))).isFalse();
        appointment.arrive();
        refused("branch.appointment-over", () -> appointment.cancel(NOON));
        assertThat(appointment.endsAt()).isEqualTo(NOON.plusSeconds(300));
    }

    @Test
    void whatIsGivenOfABranchIsChecked() {
        refused("shared.field-missing", () -> facts(Set.of()));
        refused("branch.letter", () -> new VisitReason.Terms("א", "a", null, "Z", 5, 1));
        refused("shared.field-range", () -> new VisitReason.Terms("א", "a", null, "A", 0, 1));
        refused("shared.code", () -> new Counter(branch, 1, "Not A Code"));
        refused("shared.field-range", () -> new Counter(branch, 0, "service"));
        assertThat(branch.location()).isEqualTo(HAIFA.middle());
    }
}
