// SPDX-License-Identifier: Apache-2.0
package il.moked.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.shared.BusinessException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AgentTest {
    private static final Instant NOON = Instant.parse("2026-05-14T09:00:00Z");
    private static final Duration TIME = Duration.ofSeconds(45);
    private static final long CALL = 7;

    private final Agent agent = new Agent();

    private Agent afterACall() {
        agent.available(NOON);
        assertThat(agent.wrapUp(CALL, TIME, NOON.plusSeconds(300))).isTrue();
        return agent;
    }

    @Test
    void afterACallAnAgentSumsUpForALimitedTimeAndCanBeOfferedNothing() {
        afterACall();
        assertThat(agent.presence()).isEqualTo(Presence.WRAP_UP);
        assertThat(agent.since()).isEqualTo(NOON.plusSeconds(300));
        assertThat(agent.wrapUpUntil()).contains(NOON.plusSeconds(345));
        assertThat(agent.wrapUpOf()).contains(CALL);
        assertThat(agent.online()).isTrue();
    }

    @Test
    void whenTheTimeIsOverHeIsReadyAgainAndNotASecondEarlier() {
        afterACall();
        assertThat(agent.endWrapUpIfOver(NOON.plusSeconds(344))).isFalse();
        assertThat(agent.presence()).isEqualTo(Presence.WRAP_UP);
        assertThat(agent.endWrapUpIfOver(NOON.plusSeconds(345))).isTrue();
        assertThat(agent.presence()).isEqualTo(Presence.AVAILABLE);
        assertThat(agent.since()).isEqualTo(NOON.plusSeconds(345));
        assertThat(agent.wrapUpUntil()).isEmpty();
        assertThat(agent.endWrapUpIfOver(NOON.plusSeconds(346))).isFalse();
    }

    @Test
    void closingTheConversationOfTheCallEndsItAndClosingAnotherDoesNot() {
        afterACall();
        assertThat(agent.wrappedUp(CALL + 1, NOON.plusSeconds(310))).isFalse();
        assertThat(agent.presence()).isEqualTo(Presence.WRAP_UP);
        assertThat(agent.wrappedUp(CALL, NOON.plusSeconds(320))).isTrue();
        assertThat(agent.presence()).isEqualTo(Presence.AVAILABLE);
        assertThat(agent.wrappedUp(CALL, NOON.plusSeconds(321))).isFalse();
    }

    @Test
    void theTimeCanBeExtendedOnce() {
        afterACall().extendWrapUp(TIME);
        assertThat(agent.wrapUpUntil()).contains(NOON.plusSeconds(390));
        assertThatThrownBy(() -> agent.extendWrapUp(TIME)).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo("agent.wrap-up-extended"));
        agent.available(NOON.plusSeconds(391));
        assertThatThrownBy(() -> agent.extendWrapUp(TIME)).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo("agent.wrap-up-over"));
        agent.wrapUp(CALL, TIME, NOON.plusSeconds(600));
        assertThat(agent.wrapUpExtended()).isFalse();
    }

    @Test
    void whoSaidDuringTheCallThatHeIsNotReadyStaysNotReady() {
        agent.away(AwayReason.MEAL, NOON);
        assertThat(agent.wrapUp(CALL, TIME, NOON.plusSeconds(10))).isFalse();
        assertThat(agent.presence()).isEqualTo(Presence.AWAY);
        agent.offline(NOON.plusSeconds(20));
        assertThat(agent.wrapUp(CALL, TIME, NOON.plusSeconds(30))).isFalse();
        assertThat(agent.presence()).isEqualTo(Presence.OFFLINE);
    }

    @Test
    void whoGoesToABreakFromWrapUpLeavesNothingOfItBehind() {
        afterACall().away(AwayReason.BREAK, NOON.plusSeconds(310));
        assertThat(agent.wrapUpUntil()).isEmpty();
        assertThat(agent.wrapUpOf()).isEmpty();
        assertThat(agent.endWrapUpIfOver(NOON.plusSeconds(999))).isFalse();
        assertThat(agent.awayReason()).contains(AwayReason.BREAK);
    }

    @Test
    void aFurtherCallWhileHeSumsUpBeginsItAnew() {
        afterACall().extendWrapUp(TIME);
        assertThat(agent.wrapUp(CALL, TIME, NOON.plusSeconds(400))).isTrue();
        assertThat(agent.wrapUpUntil()).contains(NOON.plusSeconds(445));
        assertThat(agent.wrapUpExtended()).isFalse();
    }

    @Test
    void notReadyCountsFromTheMomentItsReasonWasGiven() {
        agent.away(AwayReason.BREAK, NOON);
        agent.away(AwayReason.BREAK, NOON.plusSeconds(60));
        assertThat(agent.since()).isEqualTo(NOON);
        agent.away(AwayReason.TECHNICAL, NOON.plusSeconds(90));
        assertThat(agent.since()).isEqualTo(NOON.plusSeconds(90));
    }

    @Test
    void whoseDeskIsClosedIsOfflineForThatReasonAndSumsUpNothing() {
        afterACall().vanished(NOON.plusSeconds(310));
        assertThat(agent.presence()).isEqualTo(Presence.OFFLINE);
        assertThat(agent.awayReason()).contains(AwayReason.UNSEEN);
        assertThat(agent.since()).isEqualTo(NOON.plusSeconds(310));
        assertThat(agent.wrapUpOf()).isEmpty();
        assertThat(AwayReason.UNSEEN.chosen()).isFalse();
        agent.available(NOON.plusSeconds(400));
        assertThat(agent.awayReason()).isEmpty();
    }
}
