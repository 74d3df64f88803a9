// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony.asterisk;

import static il.moked.channel.jms.telephony.asterisk.Told.CALL;
import static il.moked.channel.jms.telephony.asterisk.Told.CUSTOMER;
import static il.moked.channel.jms.telephony.asterisk.Told.DANA;
import static il.moked.channel.jms.telephony.asterisk.Told.DANA_ID;
import static il.moked.channel.jms.telephony.asterisk.Told.YOSSI;
import static il.moked.channel.jms.telephony.asterisk.Told.YOSSI_ID;
import static il.moked.channel.jms.telephony.asterisk.Told.bridge;
import static il.moked.channel.jms.telephony.asterisk.Told.channel;
import static il.moked.channel.jms.telephony.asterisk.Told.customer;
import static il.moked.channel.jms.telephony.asterisk.Told.dana;
import static il.moked.channel.jms.telephony.asterisk.Told.event;
import static il.moked.channel.jms.telephony.asterisk.Told.yossi;
import static org.assertj.core.api.Assertions.assertThat;

import il.moked.interaction.Call.Direction;
import il.moked.interaction.Call.EndedBy;
import il.moked.interaction.Call.State;
import il.moked.interaction.ejb.CallEvent;
import il.moked.interaction.ejb.CallEvent.Type;
import il.moked.interaction.ejb.Exchanging.Lasting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the events of an Asterisk tell us. */
class SwitchboardTest {
    private static final Instant NOW = Instant.ofEpochSecond(1795779600);

    private final AsteriskSettings settings = AsteriskSettings.of(settings());
    private final Switchboard board = new Switchboard(settings, Clock.fixed(NOW, ZoneOffset.UTC));
    private final List<CallEvent> told = new ArrayList<>();

    static Map<String, String> settings() {
        return new HashMap<>(Map.of("host", "127.0.0.1", "user", "moked", "contexts", "from-trunk, from-gsm", "waitContext", "moked-wait", "agentContext", "moked-agents", "holdContext", "moked-hold", "transferContext", "moked-transfer",
                "announceContext", "moked-announce", "outContext", "moked-out", "recordingUrl", "https://recordings.example/{path}"));
    }

    static AmiBlock block(String text) {
        try {
            return new AmiReader(new ByteArrayInputStream((text.replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.UTF_8))).block();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void hears(String... events) {
        for (String event : events) {
            told.addAll(board.heard(block(event)));
        }
    }

    private List<Type> types() {
        return told.stream().map(CallEvent::type).toList();
    }

    private CallEvent last() {
        return told.get(told.size() - 1);
    }

    private void rings() {
        hears(event("Newchannel", 0, customer("from-trunk", "*2700")), event("Newexten", 0, customer("from-trunk", "*2700"), "Extension: *2700", "Application: Answer"));
    }

    private void waits() {
        rings();
        hears(event("UserEvent", 5, customer("moked-menu", "1"), "UserEvent: MokedMenu", "Key: 1", "NationalId: 200000008", "Lang: he"),
                event("Newexten", 10, customer("moked-wait", "s"), "Extension: s", "Application: MusicOnHold"), event("Newexten", 11, customer("moked-wait", "s"), "Extension: s", "Application: MusicOnHold"));
    }

    private void talks() {
        waits();
        hears(event("Newchannel", 34, channel("", DANA, DANA_ID, "from-internal", "", "201", "Dana", 0, CALL)), event("BridgeEnter", 40, bridge("b1"), dana()), event("BridgeEnter", 40, bridge("b1"), customer("moked-agents", "201")));
    }

    @Test
    void aWholeCallIsTold() {
        talks();
        hears(event("VarSet", 41, customer("moked-agents", "201"), "Variable: MIXMONITOR_FILENAME", "Value: /var/spool/asterisk/monitor/שיחה 17.wav"),
                event("Hold", 60, dana(), "MusicClass: default"), event("Unhold", 75, dana()),
                event("BlindTransfer", 80, "Result: Success", channel("Transferer", DANA, DANA_ID, "from-internal", "", "201", "", 6, CALL), channel("Transferee", CUSTOMER, CALL, "moked-agents", "201", "0502345678", "", 6, CALL), "IsExternal: Yes",
                        "Context: moked-transfer", "Extension: 202"),
                event("BridgeLeave", 80, bridge("b1"), customer("moked-agents", "201")), event("HangupRequest", 80, dana(), "Cause: 16"), event("Hangup", 80, dana(), "Cause: 16", "Cause-txt: Normal Clearing"),
                event("BridgeEnter", 85, bridge("b2"), yossi()), event("BridgeEnter", 85, bridge("b2"), customer("moked-transfer", "202")),
                event("HangupRequest", 120, customer("moked-transfer", "202"), "Cause: 16"), event("Hangup", 120, customer("moked-transfer", "202"), "Cause: 16", "Cause-txt: Normal Clearing"), event("Hangup", 121, yossi(), "Cause: 16"));
        assertThat(types()).containsExactly(Type.OFFERED, Type.MENU, Type.QUEUED, Type.ANSWERED, Type.RECORDED, Type.HELD, Type.RESUMED, Type.TRANSFERRED, Type.ANSWERED, Type.ENDED);
        assertThat(told).allSatisfy(event -> assertThat(event.call()).isEqualTo(CALL));
        assertThat(told).extracting(CallEvent::id).doesNotHaveDuplicates().allSatisfy(id -> assertThat(id).startsWith(CALL + ":"));
        assertThat(told.get(0).caller()).isEqualTo("0502345678");
        assertThat(told.get(0).dialled()).isEqualTo("*2700");
        assertThat(told.get(0).at()).isEqualTo(Instant.ofEpochSecond(1795776000, 500_000_000));
        assertThat(told.get(1).key()).isEqualTo("1");
        assertThat(told.get(1).nationalId()).isEqualTo("200000008");
        assertThat(told.get(1).language()).as("not the channel's own").isEqualTo("he");
        assertThat(told.get(3).extension()).isEqualTo("201");
        assertThat(told.get(4).recording()).isEqualTo("https://recordings.example/var/spool/asterisk/monitor/%D7%A9%D7%99%D7%97%D7%94%2017.wav");
        assertThat(told.get(7).to()).isEqualTo("202");
        assertThat(told.get(8).extension()).isEqualTo("202");
        assertThat(told.get(9).by()).isEqualTo(EndedBy.CUSTOMER);
        assertThat(board.call(CALL)).isEmpty();
    }

    @Test
    void theSameEventsOverAnotherLineAreTheSame() {
        talks();
        List<String> ids = told.stream().map(CallEvent::id).toList();
        told.clear();
        Switchboard other = new Switchboard(settings, Clock.systemUTC());
        List.of(event("Newchannel", 0, customer("from-trunk", "*2700")), event("UserEvent", 5, customer("moked-menu", "1"), "UserEvent: MokedMenu", "Key: 1"), event("Newexten", 10, customer("moked-wait", "s")),
                event("BridgeEnter", 40, bridge("b1"), dana()), event("BridgeEnter", 40, bridge("b1"), customer("moked-agents", "201"))).forEach(text -> told.addAll(other.heard(block(text))));
        assertThat(told).extracting(CallEvent::id).containsExactlyElementsOf(ids);
    }

    @Test
    void whoHangsUpWhileWaitingIsTold() {
        waits();
        hears(event("HangupRequest", 130, customer("moked-wait", "s"), "Cause: 16"), event("Hangup", 130, customer("moked-wait", "s"), "Cause: 16"));
        assertThat(types()).containsExactly(Type.OFFERED, Type.MENU, Type.QUEUED, Type.ENDED);
        assertThat(last().by()).isEqualTo(EndedBy.CUSTOMER);
    }

    @Test
    void theAgentMayEndItAndSoMayTheExchange() {
        talks();
        hears(event("HangupRequest", 90, dana(), "Cause: 16"), event("Hangup", 90, dana()), event("Hangup", 90, customer("moked-agents", "201")));
        assertThat(last().by()).isEqualTo(EndedBy.AGENT);
        told.clear();
        String other = "1795776900.1";
        hears(event("Newchannel", 900, channel("", "PJSIP/012-00000099", other, "from-trunk", "*2700", "0502345678", "", 4, other)), event("Hangup", 905, channel("", "PJSIP/012-00000099", other, "from-trunk", "i", "0502345678", "", 6, other)));
        assertThat(last().by()).isEqualTo(EndedBy.EXCHANGE);
    }

    @Test
    void anAgentWhoDoesNotAnswerEndsNothing() {
        waits();
        hears(event("Newchannel", 34, channel("", DANA, DANA_ID, "from-internal", "", "201", "", 0, CALL)), event("HangupRequest", 50, dana()), event("Hangup", 50, dana()));
        assertThat(types()).containsExactly(Type.OFFERED, Type.MENU, Type.QUEUED);
        hears(event("Hangup", 60, customer("moked-wait", "s")));
        assertThat(last().by()).isEqualTo(EndedBy.EXCHANGE);
    }

    @Test
    void aWithheldNumberIsNone() {
        for (String withheld : List.of("anonymous", "Restricted", "<unknown>", "")) {
            String id = CALL + told.size();
            hears(event("Newchannel", 0, channel("", CUSTOMER, id, "from-trunk", "s", withheld, "", 4, id)));
            assertThat(last().caller()).as(withheld).isNull();
            assertThat(last().dialled()).isNull();
        }
        assertThat(told).hasSize(4);
    }

    @Test
    void whatIsNotOursTellsNothing() {
        hears(event("Newchannel", 0, channel("", "PJSIP/201-1", "1.1", "from-internal", "202", "201", "", 4, "1.1")), event("Newexten", 0, channel("", "PJSIP/201-1", "1.1", "from-internal", "202", "201", "", 4, "1.1")),
                event("Newchannel", 1, channel("", "PJSIP/012-2", "1.2", "from-trunk", "", "", "", 0, "1.1")), event("BridgeEnter", 2, bridge("x"), channel("", "PJSIP/201-1", "1.1", "from-internal", "202", "201", "", 6, "1.1")),
                event("BridgeEnter", 2, bridge("x"), channel("", "PJSIP/012-2", "1.2", "from-trunk", "", "", "", 6, "1.1")), event("Hangup", 9, channel("", "PJSIP/201-1", "1.1", "from-internal", "202", "201", "", 6, "1.1")),
                event("RTCPSent", 1, "To: x"), event("PeerStatus", 1), "Event:", "Nonsense", event("Hangup", 1), event("UserEvent", 1, customer("from-trunk", "s"), "UserEvent: SomebodyElses", "Key: 1"),
                event("QueueCallerJoin", 1, customer("other", "s"), "Queue: support"), event("Newexten", 1, customer("elsewhere", "s")));
        assertThat(told).isEmpty();
    }

    @Test
    void aCallerMayWaitInAQueueOrAParkingLotOfTheExchange() {
        Map<String, String> own = settings();
        own.put("queues", "support");
        own.put("parkingLots", "default");
        Switchboard queues = new Switchboard(AsteriskSettings.of(own), Clock.systemUTC());
        queues.heard(block(event("Newchannel", 0, customer("from-trunk", "*2700"))));
        assertThat(queues.heard(block(event("QueueCallerJoin", 3, customer("q", "s"), "Queue: other")))).isEmpty();
        assertThat(queues.heard(block(event("QueueCallerJoin", 4, customer("q", "s"), "Queue: support", "Position: 1")))).extracting(CallEvent::type).containsExactly(Type.QUEUED);
        assertThat(queues.heard(block(event("ParkedCall", 5, channel("Parkee", CUSTOMER, CALL, "q", "s", "1", "", 6, CALL), "ParkingLot: default")))).as("he waits already").isEmpty();
        assertThat(queues.heard(block(event("AgentConnect", 20, customer("q", "s"), channel("Dest", "Local/201@agents-00000001;1", "9.9", "x", "", "", "", 6, CALL), "Interface: PJSIP/201")))).singleElement()
                .satisfies(event -> assertThat(event.extension()).isEqualTo("201"));
    }

    @Test
    void theDialplanMaySayEverythingItself() {
        hears(event("UserEvent", 0, customer("own", "s"), "UserEvent: MokedOffered", "Dialled: *2700", "Caller: 0521234567"), event("UserEvent", 3, customer("own", "s"), "UserEvent: MokedMenu", "Subject: fault", "Lang: fr"),
                event("UserEvent", 4, customer("own", "s"), "UserEvent: MokedQueued"), event("UserEvent", 9, customer("own", "s"), "UserEvent: MokedAnswered", "Extension: 201"), event("UserEvent", 10, customer("own", "s"), "UserEvent: MokedHeld"),
                event("UserEvent", 11, customer("own", "s"), "UserEvent: MokedResumed"), event("UserEvent", 12, customer("own", "s"), "UserEvent: MokedRecorded", "Link: https://r.example/1"));
        assertThat(types()).containsExactly(Type.OFFERED, Type.OFFERED, Type.MENU, Type.QUEUED, Type.ANSWERED, Type.HELD, Type.RESUMED, Type.RECORDED);
        assertThat(told.get(1).dialled()).isEqualTo("*2700");
        assertThat(told.get(1).caller()).isEqualTo("0521234567");
        assertThat(told.get(2).subject()).isEqualTo("fault");
        assertThat(told.get(2).language()).isNull();
        assertThat(told.get(4).extension()).isEqualTo("201");
        assertThat(last().recording()).isEqualTo("https://r.example/1");
    }

    @Test
    void aCallOutBelongsToItsCommand() {
        String id = "moked-77";
        String agent = channel("", DANA, id, "from-internal", "", "201", "", 5, id);
        String trunk = channel("", "PJSIP/012-00000020", "1795776010.3", "from-trunk", "", "0502345678", "", 0, id);
        hears(event("Newchannel", 0, agent), event("VarSet", 0, agent, "Variable: MOKED_COMMAND", "Value: 77"), event("Newexten", 5, channel("", DANA, id, "moked-out", "+972502345678", "201", "", 6, id)), event("Newchannel", 6, trunk),
                event("BridgeEnter", 12, bridge("o"), channel("", "PJSIP/012-00000020", "1795776010.3", "from-trunk", "", "0502345678", "", 6, id)), event("BridgeEnter", 12, bridge("o"), agent), event("HangupRequest", 60, trunk), event("Hangup", 60, trunk), event("Hangup", 60, agent));
        assertThat(types()).containsExactly(Type.OFFERED, Type.ANSWERED, Type.ENDED);
        assertThat(told).allSatisfy(event -> {
            assertThat(event.command()).isEqualTo(77L);
            assertThat(event.direction()).isEqualTo(Direction.OUTBOUND);
            assertThat(event.call()).isEqualTo(id);
        });
        assertThat(told.get(1).extension()).isEqualTo("201");
        assertThat(last().by()).isEqualTo(EndedBy.CUSTOMER);
    }

    @Test
    void aCallOutThatNobodyAnswersEndsWithTheAgentsTelephone() {
        String id = "moked-78";
        hears(event("Newchannel", 0, channel("", DANA, id, "from-internal", "", "201", "", 5, id)), event("Newchannel", 6, channel("", "PJSIP/012-3", "3.3", "from-trunk", "", "", "", 0, id)), event("Hangup", 30, channel("", "PJSIP/012-3", "3.3", "from-trunk", "", "", "", 0, id)));
        assertThat(types()).containsExactly(Type.OFFERED);
        hears(event("HangupRequest", 33, channel("", DANA, id, "from-internal", "", "201", "", 6, id)), event("Hangup", 33, channel("", DANA, id, "from-internal", "", "201", "", 6, id)));
        assertThat(last().type()).isEqualTo(Type.ENDED);
        assertThat(last().by()).isEqualTo(EndedBy.AGENT);
    }

    @Test
    void holdByTheDialplanAndBack() {
        talks();
        told.clear();
        hears(event("BridgeLeave", 50, bridge("b1"), customer("moked-agents", "201")), event("BridgeLeave", 50, bridge("b1"), dana()), event("Newexten", 50, customer("moked-hold", "customer")), event("Newexten", 51, customer("moked-hold", "customer")),
                event("Newexten", 60, customer("moked-hold", "resume")), event("BridgeEnter", 61, bridge("b3"), customer("moked-hold", "resume")), event("BridgeEnter", 61, bridge("b3"), dana()));
        assertThat(types()).containsExactly(Type.HELD, Type.RESUMED);
        assertThat(board.leftAlone()).isEmpty();
    }

    @Test
    void nobodyIsLeftOnHoldForAnAgentWhoHungUp() {
        talks();
        hears(event("BridgeLeave", 50, bridge("b1"), customer("moked-agents", "201")), event("BridgeLeave", 50, bridge("b1"), dana()), event("Newexten", 50, customer("moked-hold", "customer")), event("HangupRequest", 55, dana()), event("Hangup", 55, dana()));
        assertThat(board.leftAlone()).containsExactly(CUSTOMER);
        hears(event("Hangup", 56, customer("moked-hold", "customer")));
        assertThat(last().by()).isEqualTo(EndedBy.AGENT);
    }

    @Test
    void anAttendedTransferNamesTheColleague() {
        talks();
        hears(event("AttendedTransfer", 70, "Result: Success", channel("OrigTransferer", DANA, DANA_ID, "x", "", "201", "", 6, CALL), channel("SecondTransferer", "PJSIP/201-00000044", "5.5", "x", "", "201", "", 6, "5.5"),
                channel("Transferee", CUSTOMER, CALL, "x", "", "1", "", 6, CALL), channel("TransferTarget", YOSSI, YOSSI_ID, "x", "", "202", "", 6, CALL), "DestType: Bridge"));
        assertThat(last().type()).isEqualTo(Type.TRANSFERRED);
        assertThat(last().to()).isEqualTo("202");
        hears(event("AttendedTransfer", 71, "Result: Fail", channel("OrigTransferer", DANA, DANA_ID, "x", "", "201", "", 6, CALL)));
        assertThat(told.stream().filter(event -> event.type() == Type.TRANSFERRED)).hasSize(1);
    }

    @Test
    void aChannelWithAnotherNameIsTheSame() {
        talks();
        hears(event("Rename", 50, "Channel: " + CUSTOMER, "Newname: PJSIP/012-000000ff", "Uniqueid: " + CALL));
        assertThat(board.call(CALL).orElseThrow().customer.name).isEqualTo("PJSIP/012-000000ff");
    }

    @Test
    void whatWasMissedIsToldAfterTheList() {
        hears("Event: CoreShowChannel\n" + customer("moked-agents", "201") + "\nApplication: Dial\nDuration: 00:01:00\nBridgeId: b1", "Event: CoreShowChannel\n" + dana() + "\nApplication: AppDial\nDuration: 00:00:20\nBridgeId: b1",
                "Event: CoreShowChannel\n" + channel("", "PJSIP/012-7", "7.7", "moked-wait", "s", "0521111111", "", 6, "7.7") + "\nDuration: 00:00:30\nBridgeId:");
        assertThat(told).isEmpty();
        told.addAll(board.reconciled(List.of(new Lasting(CALL, Direction.INBOUND, State.QUEUED), new Lasting("lost.1", Direction.INBOUND, State.ANSWERED), new Lasting("moked-9", Direction.OUTBOUND, State.OFFERED))));
        assertThat(told).extracting(event -> event.call() + " " + event.type()).containsExactlyInAnyOrder("lost.1 ENDED", "moked-9 ENDED", CALL + " ANSWERED", "7.7 OFFERED", "7.7 QUEUED");
        assertThat(told.stream().filter(event -> event.type() == Type.ENDED)).allSatisfy(event -> assertThat(event.by()).isEqualTo(EndedBy.EXCHANGE));
        CallEvent answered = told.stream().filter(event -> event.type() == Type.ANSWERED).findFirst().orElseThrow();
        assertThat(answered.extension()).isEqualTo("201");
        assertThat(answered.id()).as("as if it had been heard").isEqualTo(CALL + ":answered:" + DANA_ID);
        assertThat(told.stream().filter(event -> event.call().equals("7.7")).findFirst().orElseThrow().at()).isEqualTo(NOW.minusSeconds(30));
        assertThat(board.reconciled(List.of(new Lasting(CALL, Direction.INBOUND, State.ANSWERED)))).as("once more, nothing new").isEmpty();
        board.listing();
        assertThat(board.reconciled(List.of())).as("nothing is there any more").extracting(CallEvent::type).containsOnly(Type.ENDED).hasSize(2);
    }
}
