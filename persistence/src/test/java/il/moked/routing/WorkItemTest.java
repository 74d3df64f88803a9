// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.routing.WorkItem.State;
import il.moked.agent.WorkWeight;
import il.moked.channel.Channel;
import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WorkItemTest {
    private static final Instant NOON = Instant.parse("2026-05-14T09:00:00Z");
    private final WorkItem item = new WorkItem(1, 3L, Channel.EMAIL, Segment.PRIVATE, null, in(2, Duration.ofMinutes(5)), NOON);

    private static Placement in(long queue, Duration target) {
        return new Placement(new WorkLine(queue, WorkWeight.interruptible(20), Requirement.NONE), 1, target, null);
    }


    @Test
    void isDueAfterItsTarget() {
        assertThat(item.dueAt()).isEqualTo(NOON.plusSeconds(300));
        assertThat(item.loads()).isFalse();
    }

    @Test
    void aDeclinedOfferKeepsItsAge() {
        item.offerTo(5, NOON.plusSeconds(10), Duration.ofSeconds(20));
        assertThat(item.loads()).isTrue();
        item.returnToLine(NOON.plusSeconds(15));
        assertThat(item.state()).isEqualTo(State.WAITING);
        assertThat(item.waitingSince()).isEqualTo(NOON);
        assertThat(item.dueAt()).isEqualTo(NOON.plusSeconds(300));
        assertThat(item.loads()).isFalse();
    }

    @Test
    void whoDeclinedIsAskedAgainOnlyAfterAWhile() {
        item.offerTo(5, NOON, Duration.ofSeconds(20));
        item.returnToLine(NOON);
        assertThat(item.mayBeOfferedTo(5, NOON.plusSeconds(29), Duration.ofSeconds(30))).isFalse();
        assertThat(item.mayBeOfferedTo(5, NOON.plusSeconds(30), Duration.ofSeconds(30))).isTrue();
        assertThat(item.mayBeOfferedTo(6, NOON, Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void whoseOfferWasWithdrawnIsAskedAgainAtOnce() {
        item.offerTo(5, NOON, Duration.ofSeconds(20));
        item.withdraw();
        assertThat(item.state()).isEqualTo(State.WAITING);
        assertThat(item.mayBeOfferedTo(5, NOON, Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void onlyTheAgentItWasOfferedToCanAccept() {
        item.offerTo(5, NOON, Duration.ofSeconds(20));
        assertThatThrownBy(() -> item.accept(6, NOON)).isInstanceOf(BusinessException.class);
        item.accept(5, NOON);
        assertThat(item.state()).isEqualTo(State.ACCEPTED);
        assertThatThrownBy(() -> item.accept(5, NOON)).isInstanceOf(BusinessException.class);
    }

    @Test
    void anOfferedItemIsNotOfferedAgain() {
        item.offerTo(5, NOON, Duration.ofSeconds(20));
        assertThatThrownBy(() -> item.offerTo(6, NOON, Duration.ofSeconds(20))).isInstanceOf(BusinessException.class);
    }

    @Test
    void parkedWorkKeepsItsAgentAndTakesNoCapacity() {
        item.takenBy(5, NOON);
        item.park();
        assertThat(item.loads()).isFalse();
        assertThat(item.agentId()).contains(5L);
        item.resume(NOON);
        assertThat(item.loads()).isTrue();
    }

    @Test
    void isHeldSinceItsAgentLastTookItUp() {
        assertThat(item.heldAt()).isEmpty();
        item.takenBy(5, NOON);
        assertThat(item.heldAt()).contains(NOON);
        item.park();
        item.resume(NOON.plusSeconds(60));
        assertThat(item.heldAt()).contains(NOON.plusSeconds(60));
        item.takenBy(6, NOON.plusSeconds(90));
        assertThat(item.heldAt()).contains(NOON.plusSeconds(90));
        assertThat(item.servedAt()).as("served since the first").contains(NOON);
        item.queueAgain(in(2, Duration.ofMinutes(5)), NOON, 6L);
        assertThat(item.heldAt()).isEmpty();
    }

    @Test
    void whatIsLeftBehindIsAsDueAsItWasAndItsAgentIsAskedFirst() {
        item.takenBy(5, NOON.plusSeconds(20));
        item.leftBehind(NOON);
        assertThat(item.state()).isEqualTo(State.WAITING);
        assertThat(item.dueAt()).isEqualTo(NOON.plusSeconds(300));
        assertThat(item.preferredAgentId()).contains(5L);
        assertThat(item.agentId()).isEmpty();
        item.takenBy(5, NOON.plusSeconds(900));
        item.leftBehind(NOON.plusSeconds(1000));
        assertThat(item.waitingSince()).as("he had his answer and wrote again").isEqualTo(NOON.plusSeconds(1000));
        assertThat(item.dueAt()).isEqualTo(NOON.plusSeconds(1300));
    }

    private static Placement calls() {
        return new Placement(new WorkLine(2, WorkWeight.primary(100), Requirement.NONE), 9, Duration.ofMinutes(30), null);
    }

    @Test
    void whoIsToBeCalledKeepsThePlaceHeHad() {
        item.callBack("+972521234567", calls(), null, NOON.plusSeconds(200));
        assertThat(item.state()).isEqualTo(State.WAITING);
        assertThat(item.kind()).isEqualTo(WorkItem.Kind.CALLBACK);
        assertThat(item.channel()).isEqualTo(Channel.PHONE);
        assertThat(item.weight()).isEqualTo(100);
        assertThat(item.waitingSince()).isEqualTo(NOON);
        assertThat(item.dueAt()).as("not later than he was due").isEqualTo(NOON.plusSeconds(300));
        assertThat(item.awaitsCallback()).isTrue();
    }

    @Test
    void aMomentHePickedBeginsThenAndNotBefore() {
        Instant picked = NOON.plus(Duration.ofHours(3));
        item.callBack("+972521234567", calls(), picked, NOON);
        assertThat(item.state()).isEqualTo(State.SCHEDULED);
        item.begin(calls());
        assertThat(item.state()).isEqualTo(State.WAITING);
        assertThat(item.waitingSince()).isEqualTo(picked);
        assertThat(item.dueAt()).isEqualTo(picked.plus(Duration.ofMinutes(30)));
    }

    @Test
    void aMomentThatIsOverIsNow() {
        item.callBack("+972521234567", calls(), NOON, NOON.plusSeconds(1));
        assertThat(item.state()).isEqualTo(State.WAITING);
    }

    @Test
    void theOlderPlaceHolds() {
        item.keepPlace(NOON.minusSeconds(60), NOON.plusSeconds(400));
        assertThat(item.waitingSince()).isEqualTo(NOON.minusSeconds(60));
        assertThat(item.dueAt()).isEqualTo(NOON.plusSeconds(300));
    }

    @Test
    void whatWasWrittenWaitsOnWhenNobodyNeedsToCall() {
        item.callBack("+972521234567", calls(), NOON.plusSeconds(3600), NOON);
        item.waitForAnswer(Channel.EMAIL, in(2, Duration.ofMinutes(5)));
        assertThat(item.state()).isEqualTo(State.WAITING);
        assertThat(item.kind()).isEqualTo(WorkItem.Kind.CONTACT);
        assertThat(item.weight()).isEqualTo(20);
        assertThat(item.callbackNumber()).isEmpty();
        assertThat(item.notBefore()).isEmpty();
    }

    @Test
    void theClockOfTheLawPressesACallBackForward() {
        StatutoryClock law = new StatutoryClock(1, "callback", NOON, Duration.ofMinutes(3));
        WorkItem late = new WorkItem(1, 3L, Channel.PHONE, Segment.PRIVATE, null, in(2, Duration.ofHours(5)), NOON);
        late.callBack("+972521234567", new Placement(calls().line(), 9, Duration.ofHours(5), law), null, NOON);
        assertThat(late.dueAt()).isBefore(NOON.plus(Duration.ofHours(5)));
    }
}
