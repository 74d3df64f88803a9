// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.demo.ejb.DemoExchange.ServiceNumber;
import il.moked.interaction.Call.Direction;
import il.moked.interaction.Call.EndedBy;
import il.moked.interaction.TelephonyCommand.Kind;
import il.moked.interaction.ejb.CallEvent;
import il.moked.interaction.ejb.CallEvent.Type;
import il.moked.interaction.ejb.CommandDelivery.Asked;
import il.moked.lab.portal.CallLog.Line;
import il.moked.lab.portal.CallLog.What;
import il.moked.lab.portal.PlayedCall.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlayedCallTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final ServiceNumber SERVICE = new ServiceNumber("*2700", "he", Map.of("1", "fault", "2", "bill", "0", "callback"));
    private static final String CALLER = "+972502345678";

    private final CallLog log = new CallLog();
    private Instant now = NOON;

    private PlayedCall dialled() {
        return PlayedCall.dialled(SERVICE, CALLER, log, NOON);
    }

    private void presses(PlayedCall call, String keys) {
        keys.chars().forEach(key -> call.press((char) key, now = now.plusSeconds(1)));
    }

    private PlayedCall waiting() {
        PlayedCall call = dialled();
        presses(call, "1#1");
        told(call);
        return call;
    }

    private PlayedCall talking() {
        PlayedCall call = waiting();
        assertThat(call.carry(asked(Kind.ROUTE, "201"), now)).isEmpty();
        told(call);
        return call;
    }

    private static Asked asked(Kind kind, String target) {
        return new Asked(7, "phone", Map.of(), kind, "call", target, kind == Kind.CALL_OUT ? "201" : null, kind == Kind.ANNOUNCE ? "You are next in line." : null, "en", NOON.plusSeconds(60));
    }

    private static List<CallEvent> told(PlayedCall call) {
        List<CallEvent> events = new ArrayList<>();
        for (CallEvent event = call.toTell(); event != null; event = call.toTell()) {
            events.add(event);
            call.told();
        }
        return events;
    }

    private List<What> happened() {
        return log.lines().stream().map(Line::what).toList();
    }

    @Test
    void theMenuTellsWhatIsChosenInIt() {
        PlayedCall call = dialled();
        presses(call, "2200000008");
        assertThat(call.phase()).isEqualTo(Phase.SUBJECT);
        presses(call, "2");
        assertThat(call.phase()).isEqualTo(Phase.WAITING);
        List<CallEvent> events = told(call);
        assertThat(events).extracting(CallEvent::type).containsExactly(Type.OFFERED, Type.MENU, Type.MENU, Type.MENU, Type.QUEUED);
        assertThat(events).extracting(CallEvent::id).doesNotHaveDuplicates();
        assertThat(events).extracting(CallEvent::call).containsOnly(call.id());
        assertThat(events.get(0).caller()).isEqualTo(CALLER);
        assertThat(events.get(0).dialled()).isEqualTo("*2700");
        assertThat(events.get(1).language()).isEqualTo("en");
        assertThat(events.get(2).nationalId()).isEqualTo("200000008");
        assertThat(events.get(3).key()).isEqualTo("2");
        assertThat(happened()).containsExactly(What.DIALLED, What.LANGUAGE, What.IDENTITY, What.SUBJECT, What.WAITING);
        assertThat(log.lines().get(2).detail()).doesNotContain("200000");
    }

    @Test
    void wrongKeysAreAskedForAgain() {
        PlayedCall call = dialled();
        presses(call, "5");
        assertThat(call.wrong()).isTrue();
        assertThat(call.phase()).isEqualTo(Phase.LANGUAGE);
        presses(call, "1123*45#");
        assertThat(call.phase()).as("45 is no identity number").isEqualTo(Phase.IDENTITY);
        assertThat(call.wrong()).isTrue();
        presses(call, "200000009");
        assertThat(call.phase()).as("nor is one with a wrong check digit").isEqualTo(Phase.IDENTITY);
        presses(call, "#8");
        assertThat(call.phase()).isEqualTo(Phase.SUBJECT);
        assertThat(call.wrong()).isTrue();
        assertThat(told(call)).extracting(CallEvent::type).containsExactly(Type.OFFERED, Type.MENU);
    }

    @Test
    void whoWithholdsHisNumberIsToldWithoutOne() {
        PlayedCall call = PlayedCall.dialled(SERVICE, null, log, NOON);
        assertThat(told(call).get(0).caller()).isNull();
        assertThat(happened()).containsExactly(What.DIALLED_WITHHELD);
    }

    @Test
    void heHearsHisPlaceAndIsPutThrough() {
        PlayedCall call = waiting();
        assertThat(call.carry(asked(Kind.HOLD, null), now)).as("nobody talks to him").isPresent();
        assertThat(call.carry(asked(Kind.ANNOUNCE, null), now)).isEmpty();
        assertThat(call.heard()).isEqualTo("You are next in line.");
        assertThat(told(call)).isEmpty();
        assertThat(call.carry(asked(Kind.ROUTE, "201"), now)).isEmpty();
        assertThat(call.phase()).isEqualTo(Phase.TALKING);
        assertThat(call.recorded()).isTrue();
        assertThat(told(call)).singleElement().satisfies(answered -> {
            assertThat(answered.type()).isEqualTo(Type.ANSWERED);
            assertThat(answered.extension()).isEqualTo("201");
        });
        assertThat(call.carry(asked(Kind.ROUTE, "202"), now)).as("he waits no more").isPresent();
    }

    @Test
    void theAgentHoldsPausesTheRecordingAndHangsUp() {
        PlayedCall call = talking();
        assertThat(call.carry(asked(Kind.HOLD, null), now)).isEmpty();
        assertThat(call.phase()).isEqualTo(Phase.HELD);
        assertThat(call.carry(asked(Kind.RESUME, null), now)).isEmpty();
        assertThat(call.carry(asked(Kind.PAUSE_RECORDING, null), now)).isEmpty();
        assertThat(call.recorded()).isFalse();
        assertThat(call.carry(asked(Kind.RESUME_RECORDING, null), now)).isEmpty();
        assertThat(call.recorded()).isTrue();
        assertThat(call.carry(asked(Kind.HANG_UP, null), now)).isEmpty();
        assertThat(call.over()).isTrue();
        List<CallEvent> events = told(call);
        assertThat(events).extracting(CallEvent::type).containsExactly(Type.HELD, Type.RESUMED, Type.ENDED);
        assertThat(events.get(2).by()).isEqualTo(EndedBy.AGENT);
        assertThat(call.carry(asked(Kind.HANG_UP, null), now)).isPresent();
        call.hangUp(now);
        assertThat(told(call)).isEmpty();
    }

    @Test
    void aTransferGoesToAColleagueOrOutOfTheHouse() {
        PlayedCall call = talking();
        assertThat(call.carry(asked(Kind.TRANSFER, "202"), now)).isEmpty();
        assertThat(call.phase()).isEqualTo(Phase.TALKING);
        assertThat(told(call)).extracting(CallEvent::type).containsExactly(Type.TRANSFERRED, Type.ANSWERED);
        assertThat(call.carry(asked(Kind.TRANSFER, "+97235550100"), now)).isEmpty();
        assertThat(call.phase()).isEqualTo(Phase.OUTSIDE);
        assertThat(told(call)).extracting(CallEvent::type).containsExactly(Type.TRANSFERRED, Type.ENDED);
        call.hangUp(now);
        assertThat(call.over()).isTrue();
        assertThat(told(call)).as("for the organisation it was over before").isEmpty();
    }

    @Test
    void whoAsksToBeCalledBackHearsSoAndTheExchangeHangsUp() {
        PlayedCall call = waiting();
        presses(call, "0");
        assertThat(told(call)).singleElement().satisfies(asked -> assertThat(asked.key()).isEqualTo("0"));
        call.carry(asked(Kind.ANNOUNCE, null), now);
        call.tick(now.plusSeconds(3));
        assertThat(call.over()).as("he hears it to its end").isFalse();
        call.tick(now.plus(PlayedCall.FAREWELL).plusSeconds(1));
        assertThat(call.over()).isTrue();
        assertThat(told(call)).singleElement().satisfies(ended -> assertThat(ended.by()).isEqualTo(EndedBy.EXCHANGE));
    }

    @Test
    void whoCannotBeCalledBackStaysInTheLine() {
        PlayedCall call = dialled();
        presses(call, "1#0");
        assertThat(call.phase()).isEqualTo(Phase.WAITING);
        call.tick(now.plus(PlayedCall.CALLBACK_ANSWERED).plusSeconds(1));
        assertThat(happened()).contains(What.CALLBACK_REFUSED);
        call.carry(asked(Kind.ANNOUNCE, null), now.plusSeconds(90));
        call.tick(now.plusSeconds(200));
        assertThat(call.phase()).isEqualTo(Phase.WAITING);
    }

    @Test
    void aCallToTheCustomerRingsUntilHePicksUpOrNot() {
        PlayedCall answered = PlayedCall.ringing(SERVICE, asked(Kind.CALL_OUT, CALLER), log, NOON);
        answered.pickUp(NOON.plusSeconds(5));
        List<CallEvent> events = told(answered);
        assertThat(events).extracting(CallEvent::type).containsExactly(Type.OFFERED, Type.ANSWERED);
        assertThat(events).allSatisfy(event -> {
            assertThat(event.direction()).isEqualTo(Direction.OUTBOUND);
            assertThat(event.command()).isEqualTo(7);
        });
        assertThat(events.get(0).dialled()).isEqualTo(CALLER);
        assertThat(events.get(1).extension()).isEqualTo("201");

        PlayedCall rejected = PlayedCall.ringing(SERVICE, asked(Kind.CALL_OUT, CALLER), log, NOON);
        rejected.hangUp(NOON.plusSeconds(5));
        assertThat(told(rejected).get(1).by()).isEqualTo(EndedBy.CUSTOMER);
        assertThat(happened()).contains(What.REJECTED);

        PlayedCall unheard = PlayedCall.ringing(SERVICE, asked(Kind.CALL_OUT, CALLER), log, NOON);
        unheard.tick(NOON.plus(PlayedCall.RINGS).plusSeconds(1));
        assertThat(told(unheard).get(1).by()).isEqualTo(EndedBy.EXCHANGE);
        unheard.pickUp(NOON.plusSeconds(60));
        assertThat(unheard.over()).isTrue();
    }
}
