// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.interaction.Call.Direction;
import il.moked.interaction.Call.EndedBy;
import il.moked.interaction.Call.Outcome;
import il.moked.interaction.Call.Recording;
import il.moked.interaction.Call.State;
import il.moked.shared.BusinessException;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CallTest {
    private static final Instant NOON = Instant.parse("2026-05-14T09:00:00Z");
    private static final List<Consumer<Call>> STORY = List.of(
            call -> call.heard(at(0)),
            call -> call.from("052-345-6789", "*2700"),
            call -> call.chose("2", "bill", at(5)),
            call -> call.chose("1", "fault", at(9)),
            call -> call.typed("123456782"),
            call -> call.queued(at(15)),
            call -> call.answered("201", at(60)),
            call -> call.held(at(100)),
            call -> call.resumed(at(130)),
            call -> call.answered("202", at(200)),
            call -> call.held(at(210)),
            call -> call.ended(EndedBy.CUSTOMER, at(250)),
            call -> call.recordedAt("https://recordings.example/1"),
            call -> call.recordedAt("https://recordings.example/2"));

    private static Instant at(int seconds) {
        return NOON.plusSeconds(seconds);
    }

    private static Call call(Direction direction, int heard) {
        ChannelAccount account = new ChannelAccount("phone", Channel.PHONE, "he", "en", "*2700", "he", 1);
        try {
            Field id = ChannelAccount.class.getDeclaredField("id");
            id.setAccessible(true);
            id.set(account, 7L);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(missing);
        }
        return new Call(account, "c-1", 11, direction, at(heard));
    }

    private static TreeMap<String, Object> row(Call call) {
        TreeMap<String, Object> row = new TreeMap<>();
        for (Field field : Call.class.getDeclaredFields()) {
            if (!java.lang.reflect.Modifier.isStatic(field.getModifiers())) {
                try {
                    field.setAccessible(true);
                    row.put(field.getName(), String.valueOf(field.get(call)));
                } catch (IllegalAccessException closed) {
                    throw new IllegalStateException(closed);
                }
            }
        }
        return row;
    }

    @Test
    void whoeverIsGivenBackToALineWaitsAgainUntilAnotherOneAnswers() {
        Call call = call(Direction.INBOUND, 0);
        call.queued(at(10));
        call.answered("201", at(40));
        call.held(at(60));
        assertThat(call.queued(at(70))).isTrue();
        assertThat(call.state()).isEqualTo(State.QUEUED);
        assertThat(call.onHoldSince()).isEmpty();
        assertThatThrownBy(call::refuseUnlessTalking).isInstanceOf(BusinessException.class);
        assertThat(call.gaveUpAgain()).isFalse();
        assertThat(call.answered("201", at(90))).as("the same telephone again").isTrue();
        assertThat(call.waitsAgain()).isFalse();
        assertThat(call.waited(at(100))).as("how long he waited first").isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void whoeverIsGivenBackAndHangsUpWasNotServedThere() {
        Call call = call(Direction.INBOUND, 0);
        call.queued(at(10));
        call.answered("201", at(40));
        call.queued(at(70));
        call.ended(EndedBy.CUSTOMER, at(80));
        assertThat(call.gaveUpAgain()).isTrue();
        assertThat(call.outcome()).as("of the call as a whole").contains(Outcome.ANSWERED);
    }

    @Test
    void whatIsToldLateDoesNotMakeACallWaitAgain() {
        Call call = call(Direction.INBOUND, 0);
        call.answered("201", at(40));
        call.queued(at(10));
        assertThat(call.state()).isEqualTo(State.ANSWERED);
        call.putBack();
        assertThat(call.state()).isEqualTo(State.QUEUED);
        call.answered("202", at(41));
        assertThat(call.state()).isEqualTo(State.ANSWERED);
    }

    @Test
    void whatIsToldInAnyOrderAndTwiceLeavesTheSameRow() {
        Call told = call(Direction.INBOUND, 0);
        STORY.forEach(step -> step.accept(told));
        assertThat(told.outcome()).contains(Outcome.ANSWERED);
        assertThat(told.subject()).contains("fault");
        assertThat(told.extension()).contains("202");
        assertThat(told.onHold(at(999))).isEqualTo(Duration.ofSeconds(70));
        assertThat(told.waited(at(999))).isEqualTo(Duration.ofSeconds(45));
        Random random = new Random(5786);
        for (int round = 0; round < 300; round++) {
            List<Consumer<Call>> shuffled = new ArrayList<>(STORY);
            shuffled.addAll(STORY.subList(0, random.nextInt(STORY.size())));
            Collections.shuffle(shuffled, random);
            Call other = call(Direction.INBOUND, 300);
            shuffled.forEach(step -> step.accept(other));
            assertThat(row(other)).isEqualTo(row(told));
        }
    }

    @Test
    void theStateFollowsWhatIsKnown() {
        Call call = call(Direction.INBOUND, 0);
        assertThat(call.state()).isEqualTo(State.OFFERED);
        call.queued(at(10));
        assertThat(call.state()).isEqualTo(State.QUEUED);
        call.answered("201", at(20));
        assertThat(call.state()).isEqualTo(State.ANSWERED);
        call.held(at(30));
        assertThat(call.state()).isEqualTo(State.HELD);
        assertThat(call.onHoldSince()).contains(at(30));
        assertThat(call.onHold(at(45))).isEqualTo(Duration.ofSeconds(15));
        call.resumed(at(40));
        assertThat(call.state()).isEqualTo(State.ANSWERED);
        call.ended(EndedBy.AGENT, at(50));
        assertThat(call.state()).isEqualTo(State.ENDED);
        assertThat(call.outcome()).contains(Outcome.ANSWERED);
    }

    @Test
    void aHoldBeginsNoSecondTimeBeforeItEnds() {
        Call call = call(Direction.INBOUND, 0);
        call.answered("201", at(1));
        call.held(at(10));
        call.held(at(20));
        call.resumed(at(30));
        call.resumed(at(40));
        assertThat(call.onHold(at(99))).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void whoHungUpInTheMenuWantedNobody() {
        Call call = call(Direction.INBOUND, 0);
        call.ended(EndedBy.CUSTOMER, at(8));
        assertThat(call.outcome()).contains(Outcome.LEFT_MENU);
        assertThat(call.tellOutcome()).isTrue();
        call.queued(at(6));
        assertThat(call.outcome()).contains(Outcome.ABANDONED);
        assertThat(call.tellOutcome()).as("it is another outcome now").isTrue();
        assertThat(call.tellOutcome()).isFalse();
        assertThat(call.waited(at(99))).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void whoGaveUpAndWasCalledIsNotLost() {
        Call call = call(Direction.INBOUND, 0);
        call.queued(at(5));
        call.ended(EndedBy.CUSTOMER, at(65));
        call.calledBack(at(600));
        assertThat(call.outcome()).contains(Outcome.CALLED_BACK);
    }

    @Test
    void aCallOfOursThatNobodyTookReachedNobody() {
        Call call = call(Direction.OUTBOUND, 0);
        call.from("201", "052-345-6789");
        call.ended(EndedBy.EXCHANGE, at(30));
        assertThat(call.outcome()).contains(Outcome.NOT_REACHED);
        assertThat(call.customerNumber()).hasValueSatisfying(number -> assertThat(number.value()).isEqualTo("+972523456789"));
    }

    @Test
    void aWithheldNumberIsNoNumber() {
        Call call = call(Direction.INBOUND, 0);
        assertThat(call.from("  ", "*2700")).isFalse();
        assertThat(call.callerNumber()).isEmpty();
        assertThat(call.from("anonymous", null)).isTrue();
        assertThat(call.callerRaw()).contains("anonymous");
        assertThat(call.callerNumber()).isEmpty();
    }

    @Test
    void anImpossibleIdentityNumberIsNotKept() {
        Call call = call(Direction.INBOUND, 0);
        assertThat(call.typed("123456789")).isFalse();
        assertThat(call.nationalId()).isEmpty();
        assertThat(call.typed("123456782")).isTrue();
        assertThat(call.typed("123456782")).isFalse();
    }

    @Test
    void onlyAWebLinkIsARecording() {
        Call call = call(Direction.INBOUND, 0);
        assertThat(call.recordedAt("javascript:alert(1)")).isFalse();
        assertThat(call.recordedAt("https://recordings.example/" + "x".repeat(1000))).isFalse();
        assertThat(call.recordedAt("https://recordings.example/1")).isTrue();
        assertThat(call.recordingLinks()).containsExactly("https://recordings.example/1");
    }

    @Test
    void recordingIsPausedOnlyWhenTheExchangeSaysSo() {
        Call call = call(Direction.INBOUND, 0);
        assertThatThrownBy(() -> call.pauseRecording(at(1))).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("telephony.not-answered"));
        call.answered("201", at(2));
        call.pauseRecording(at(3));
        assertThat(call.recording()).isEqualTo(Recording.PAUSING);
        call.recordingUnchanged(at(4));
        assertThat(call.recording()).isEqualTo(Recording.RUNNING);
        call.pauseRecording(at(5));
        call.recordingPaused(at(6));
        assertThat(call.recording()).isEqualTo(Recording.PAUSED);
        call.resumeRecording(at(7));
        call.recordingPaused(at(8));
        assertThat(call.recording()).as("a late answer to the older question").isEqualTo(Recording.RESUMING);
        call.recordingResumed(at(9));
        assertThat(call.recording()).isEqualTo(Recording.RUNNING);
        call.ended(EndedBy.CUSTOMER, at(10));
        assertThatThrownBy(() -> call.pauseRecording(at(11))).isInstanceOf(BusinessException.class);
    }

    @Test
    void aCommandIsCarriedOutInTimeOrNever() {
        TelephonyCommand route = TelephonyCommand.to(call(Direction.INBOUND, 0), TelephonyCommand.Kind.ROUTE, 0, "201", "dana", at(0));
        assertThat(route.begin(at(30))).as("worth nothing any more").isFalse();
        assertThat(route.begin(at(1))).isTrue();
        assertThat(route.begin(at(2))).as("somebody has it").isFalse();
        assertThat(route.expired(at(29))).isFalse();
        assertThat(route.expired(at(31))).isTrue();
        assertThat(route.state()).isEqualTo(TelephonyCommand.State.UNKNOWN);
        assertThat(route.done(at(32))).as("settled once").isFalse();
        TelephonyCommand lying = TelephonyCommand.to(call(Direction.INBOUND, 0), TelephonyCommand.Kind.ROUTE, 1, "201", "dana", at(0));
        assertThat(lying.expired(at(31))).isTrue();
        assertThat(lying.state()).as("nobody began it").isEqualTo(TelephonyCommand.State.FAILED);
        assertThat(lying.uniqueKey()).isNotEqualTo(route.uniqueKey());
    }

    @Test
    void anExchangeThatFetchesGetsItAgainWhenItSaidNothing() {
        TelephonyCommand route = TelephonyCommand.to(call(Direction.INBOUND, 0), TelephonyCommand.Kind.ROUTE, 0, "201", "dana", at(0));
        assertThat(route.handOut(at(1))).isTrue();
        assertThat(route.handOut(at(5))).isFalse();
        assertThat(route.handOut(at(12))).isTrue();
        assertThat(route.handOut(at(31))).isFalse();
    }
}
