// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.routing.WorkItem.State;
import il.moked.agent.WorkWeight;
import il.moked.calendar.Calendars;
import il.moked.channel.Channel;
import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkItemTest {
    private static final Instant NOON = Instant.parse("2026-05-14T09:00:00Z");
    private final WorkItem item = new WorkItem(1, 3L, Segment.PRIVATE, null, in(2, Duration.ofMinutes(5)), NOON);

    private static Placement in(long queue, Duration target) {
        return new Placement(new WorkLine(queue, Channel.EMAIL, WorkWeight.interruptible(20), Requirement.NONE), 1, target, null);
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

    private boolean mayBeOffered(long agent, Instant now) {
        Instant again = item.declines().until(Duration.ofSeconds(30)).get(agent);
        return again == null || !now.isBefore(again);
    }

    @Test
    void everybodyWhoDeclinedLatelyIsLeftInPeaceTheLastTenOfThem() {
        for (long agent = 1; agent <= 12; agent++) {
            item.offerTo(agent, NOON, Duration.ofSeconds(20));
            item.returnToLine(NOON.plusSeconds(agent));
        }
        assertThat(mayBeOffered(2, NOON.plusSeconds(13))).isTrue();
        for (long agent = 3; agent <= 12; agent++) {
            assertThat(mayBeOffered(agent, NOON.plusSeconds(13))).isFalse();
        }
        assertThat(item.declines().text()).hasSizeLessThan(400);
        assertThat(Declines.read(item.declines().text())).isEqualTo(item.declines());
    }

    @Test
    void whoDeclinedIsAskedAgainOnlyAfterAWhile() {
        item.offerTo(5, NOON, Duration.ofSeconds(20));
        item.returnToLine(NOON);
        assertThat(mayBeOffered(5, NOON.plusSeconds(29))).isFalse();
        assertThat(mayBeOffered(5, NOON.plusSeconds(30))).isTrue();
        assertThat(mayBeOffered(6, NOON)).isTrue();
    }

    @Test
    void whoseOfferWasWithdrawnIsAskedAgainAtOnce() {
        item.offerTo(5, NOON, Duration.ofSeconds(20));
        item.withdraw();
        assertThat(item.state()).isEqualTo(State.WAITING);
        assertThat(mayBeOffered(5, NOON)).isTrue();
    }

    private WorkItem ringing() {
        item.offerTo(5, NOON.plusSeconds(10), Duration.ofSeconds(20));
        item.accept(5, NOON.plusSeconds(12));
        item.connects(NOON.plusSeconds(57));
        return item;
    }

    @Test
    void aCallIsServedWhenSomebodySpeaksAndNotWhenItIsAccepted() {
        assertThat(ringing().servedAt()).isEmpty();
        assertThat(item.connecting()).isTrue();
        assertThat(item.loads()).as("its agent can take no other").isTrue();
        item.connected(NOON.plusSeconds(20));
        assertThat(item.servedAt()).contains(NOON.plusSeconds(20));
        assertThat(item.connecting()).isFalse();
        assertThat(item.connectBy()).isEmpty();
    }

    @Test
    void aCallWhoseAgentCannotBeReachedWaitsAsLongAsItHasAndForAnotherOneFirst() {
        ringing().unreached(NOON.plusSeconds(57));
        assertThat(item.state()).isEqualTo(State.WAITING);
        assertThat(item.waitingSince()).isEqualTo(NOON);
        assertThat(item.dueAt()).isEqualTo(NOON.plusSeconds(300));
        assertThat(item.agentId()).isEmpty();
        assertThat(item.declines().until(Duration.ofSeconds(30))).containsOnlyKeys(5L).containsEntry(5L, NOON.plusSeconds(87));
        assertThatThrownBy(() -> item.unreached(NOON)).as("twice").isInstanceOf(BusinessException.class);
    }

    @Test
    void howACallBackCameAboutStandsWhenItIsPutOff() {
        item.calledBecause(WorkItem.Origin.HUNG_UP);
        item.callBack("+972501234567", in(2, Duration.ofMinutes(5)), null, NOON);
        item.calledBecause(WorkItem.Origin.PROMISED);
        assertThat(item.callbackOrigin()).contains(WorkItem.Origin.HUNG_UP);
        item.waitForAnswer(in(2, Duration.ofMinutes(5)));
        assertThat(item.callbackOrigin()).isEmpty();
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

    private static Placement calls() {
        return new Placement(new WorkLine(2, Channel.PHONE, WorkWeight.primary(100), Requirement.NONE), 9, Duration.ofMinutes(30), null);
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
    void whoHasAnHourIsDueThenAndNotLateBefore() {
        item.appointed(NOON.plusSeconds(3600));
        assertThat(item.dueAt()).isEqualTo(NOON.plusSeconds(3600));
        assertThat(item.lateAt()).isEqualTo(NOON.plusSeconds(3600));
        item.appointed(NOON.plusSeconds(60));
        assertThat(item.dueAt()).isEqualTo(NOON.plusSeconds(60));
        item.asks(calls());
        assertThat(item.dueAt()).as("whatever more is asked").isEqualTo(NOON.plusSeconds(60));
        assertThat(item.waitingSince()).isEqualTo(NOON);
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
        item.waitForAnswer(in(2, Duration.ofMinutes(5)));
        assertThat(item.state()).isEqualTo(State.WAITING);
        assertThat(item.kind()).isEqualTo(WorkItem.Kind.CONTACT);
        assertThat(item.channel()).isEqualTo(Channel.EMAIL);
        assertThat(item.weight()).isEqualTo(20);
        assertThat(item.callbackNumber()).isEmpty();
        assertThat(item.notBefore()).isEmpty();
    }

    @Test
    void theClockOfTheLawPressesACallBackForward() {
        StatutoryClock law = new StatutoryClock(1, "callback", NOON, Duration.ofMinutes(3));
        WorkItem late = new WorkItem(1, 3L, Segment.PRIVATE, null, in(2, Duration.ofHours(5)), NOON);
        late.callBack("+972521234567", new Placement(calls().line(), 9, Duration.ofHours(5), law), null, NOON);
        assertThat(late.dueAt()).isBefore(NOON.plus(Duration.ofHours(5)));
    }

    private static WorkItem inBusinessHours(Channel channel, String since, Duration target) {
        Placement where = new Placement(new WorkLine(2, channel, WorkWeight.interruptible(20), Requirement.NONE), 1, target, new TargetTime("israel", Calendars.israeli()), null);
        return new WorkItem(1, 3L, Segment.PRIVATE, null, where, Instant.parse(since));
    }

    /** The walks of field-study d.1, as an item has them. */
    @ParameterizedTest
    @CsvSource({"2026-05-14T13:30:00Z, PT4H, 2026-05-15T08:30:00Z", "2026-05-15T09:30:00Z, PT2H, 2026-05-17T06:30:00Z", "2026-05-16T07:00:00Z, PT1H, 2026-05-17T06:00:00Z", "2026-05-17T05:00:00Z, PT16H, 2026-05-18T12:00:00Z",
            "2026-05-21T09:00:00Z, PT2H, 2026-05-24T06:00:00Z", "2026-05-21T13:00:00Z, PT9H, 2026-05-24T14:00:00Z"})
    void aMailIsDueAfterItsTargetInBusinessHours(String since, Duration target, String due) {
        WorkItem mail = inBusinessHours(Channel.EMAIL, since, target);
        assertThat(mail.dueAt()).isEqualTo(Instant.parse(due));
        assertThat(mail.lateAt()).isEqualTo(Instant.parse(due));
        assertThat(mail.calendarCode()).contains("israel");
    }

    @Test
    void aMailOfFridayEveningIsDueOnSundayAndAChatOfThenAtOnce() {
        WorkItem mail = inBusinessHours(Channel.EMAIL, "2026-05-15T17:00:00Z", Duration.ofMinutes(5));
        assertThat(mail.dueAt()).isEqualTo(Instant.parse("2026-05-17T05:05:00Z"));
        assertThat(mail.waitingSince()).as("its age is that of the clock").isEqualTo(Instant.parse("2026-05-15T17:00:00Z"));
        WorkItem chat = new WorkItem(2, 3L, Segment.PRIVATE, null, in(2, Duration.ofMinutes(5)), Instant.parse("2026-05-16T20:00:00Z"));
        assertThat(chat.dueAt()).isBefore(mail.dueAt());
        mail.offerTo(5, mail.dueAt(), Duration.ofSeconds(20));
        mail.returnToLine(mail.dueAt());
        assertThat(mail.dueAt()).as("fixed when it came").isEqualTo(Instant.parse("2026-05-17T05:05:00Z"));
    }

    @Test
    void whatIsLateMovesWithAnOlderPlace() {
        item.keepPlace(NOON.minusSeconds(60), NOON.plusSeconds(240));
        assertThat(item.lateAt()).isEqualTo(NOON.plusSeconds(240));
        WorkItem mail = inBusinessHours(Channel.EMAIL, "2026-05-15T17:00:00Z", Duration.ofMinutes(5));
        mail.keepPlace(Instant.parse("2026-05-15T09:00:00Z"), Instant.parse("2026-05-15T09:05:00Z"));
        assertThat(mail.lateAt()).isEqualTo(Instant.parse("2026-05-15T09:05:00Z"));
    }

    @Test
    void theLawIsNotBoundToBusinessHours() {
        Instant friday = Instant.parse("2026-05-15T17:00:00Z");
        StatutoryClock law = new StatutoryClock(1, "fault", friday, Duration.ofMinutes(6));
        WorkItem mail = inBusinessHours(Channel.EMAIL, friday.toString(), Duration.ofMinutes(5));
        mail.queueAgain(new Placement(new WorkLine(2, Channel.EMAIL, WorkWeight.interruptible(20), Requirement.NONE), 1, Duration.ofMinutes(5), new TargetTime("israel", Calendars.israeli()), null).under(law), friday, null);
        assertThat(mail.dueAt()).isEqualTo(friday.plusSeconds(240));
        assertThat(mail.lateAt()).isEqualTo(Instant.parse("2026-05-17T05:05:00Z"));
    }
}
