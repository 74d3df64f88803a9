// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony.asterisk;

import static il.moked.channel.jms.telephony.asterisk.Told.CALL;
import static il.moked.channel.jms.telephony.asterisk.Told.CUSTOMER;
import static il.moked.channel.jms.telephony.asterisk.Told.DANA;
import static il.moked.channel.jms.telephony.asterisk.Told.YOSSI;
import static il.moked.channel.jms.telephony.asterisk.Told.bridge;
import static il.moked.channel.jms.telephony.asterisk.Told.channel;
import static il.moked.channel.jms.telephony.asterisk.Told.customer;
import static il.moked.channel.jms.telephony.asterisk.Told.dana;
import static il.moked.channel.jms.telephony.asterisk.Told.event;
import static il.moked.channel.jms.telephony.asterisk.Told.yossi;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import il.moked.channel.jms.telephony.Exchange.Outcome;
import il.moked.interaction.Call.Direction;
import il.moked.interaction.Call.State;
import il.moked.interaction.TelephonyCommand.Kind;
import il.moked.interaction.ejb.CallEvent;
import il.moked.interaction.ejb.CallEvent.Type;
import il.moked.interaction.ejb.CommandDelivery.Asked;
import il.moked.interaction.ejb.Exchanging.Lasting;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A line to a scripted exchange: logging in, breaking, and what each command becomes. */
class AsteriskLinkTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ScriptedExchange exchange = new ScriptedExchange();
    private final Inbox inbox = new Inbox();
    private final Notebook notebook = new Notebook("phone", inbox);
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Logger logger = Logger.getLogger("il.moked.messaging");
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord written) {
            log.add(written.getMessage() + " " + (written.getParameters() == null ? "" : List.of(written.getParameters())));
        }

        @Override
        public void flush() {
            // Nothing waits.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };
    private AsteriskLink link;
    private Thread reader;
    private Thread writer;

    /** What is told, each id once, as the inbox does. */
    private static final class Inbox implements Notebook.Door {
        private final List<CallEvent> events = new CopyOnWriteArrayList<>();
        private volatile List<Lasting> lasting = List.of();
        private volatile boolean away;

        @Override
        public void tell(CallEvent event) {
            reach();
            if (events.stream().noneMatch(known -> known.id().equals(event.id()))) {
                events.add(event);
            }
        }

        @Override
        public List<Lasting> lasting() {
            reach();
            return lasting;
        }

        private void reach() {
            if (away) {
                throw new IllegalStateException(new SQLException("gone", "08006"));
            }
        }

        private List<Type> types() {
            return events.stream().map(CallEvent::type).toList();
        }
    }

    @BeforeEach
    void listen() {
        logger.addHandler(listener);
    }

    @AfterEach
    void end() throws Exception {
        link.stop();
        notebook.stop();
        reader.join(PATIENCE.toMillis());
        writer.join(PATIENCE.toMillis());
        assertThat(reader.isAlive() || writer.isAlive()).as("both end when they are stopped").isFalse();
        exchange.close();
        logger.removeHandler(listener);
        assertThat(log).isNotEmpty().noneMatch(line -> line.contains(ScriptedExchange.SECRET) || line.contains("0502345678"));
    }

    private void start() {
        start(ScriptedExchange.SECRET, Map.of());
    }

    private void start(String secret, Map<String, String> more) {
        Map<String, String> written = SwitchboardTest.settings();
        written.put("port", Integer.toString(exchange.port()));
        written.putAll(more);
        AsteriskSettings read = AsteriskSettings.of(written);
        AsteriskSettings quick = new AsteriskSettings(read.host(), read.port(), read.tls(), read.user(), read.plain(), read.contexts(), read.waitContext(), read.agentContext(), read.holdContext(), read.transferContext(), read.announceContext(),
                read.outContext(), read.menuContext(), read.queues(), read.parkingLots(), read.agentChannel(), read.agentExtension(), read.recordingUrl(), read.callerId(), read.answer(), Duration.ofMillis(400), Duration.ofMillis(50), read.refusedPause());
        link = new AsteriskLink("phone", quick, () -> secret, notebook, Clock.systemUTC());
        reader = new Thread(link, "line");
        writer = new Thread(notebook, "notes");
        reader.start();
        writer.start();
    }

    private void connected() {
        await().atMost(PATIENCE).until(link::connected);
    }

    private void told(Type... types) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(inbox.types()).containsExactly(types));
    }

    private void waits() {
        connected();
        exchange.tells(event("Newchannel", 0, customer("from-trunk", "*2700")));
        exchange.tells(event("Newexten", 10, customer("moked-wait", "s")));
        await().atMost(PATIENCE).until(() -> inbox.types().contains(Type.QUEUED));
    }

    private void talks() {
        waits();
        exchange.tells(event("BridgeEnter", 40, bridge("b1"), dana()));
        exchange.tells(event("BridgeEnter", 40, bridge("b1"), customer("moked-agents", "201")));
        await().atMost(PATIENCE).until(() -> inbox.types().contains(Type.ANSWERED));
    }

    private static Asked asked(Kind kind, String target) {
        return new Asked(7, "phone", Map.of(), kind, kind == Kind.CALL_OUT ? null : CALL, target, kind == Kind.CALL_OUT ? "201" : null, kind == Kind.ANNOUNCE ? target : null, "he", Instant.MAX);
    }

    private Outcome carry(Kind kind, String target) {
        return link.carry(asked(kind, target));
    }

    private Map<String, String> only(String action) {
        assertThat(exchange.actions(action)).as(action).hasSize(1);
        return exchange.actions(action).get(0);
    }

    @Test
    void theSecretIsProvedAndNotSent() {
        start();
        connected();
        assertThat(only("Login")).containsEntry("Username", "moked").containsEntry("AuthType", "MD5").doesNotContainKey("Secret");
        assertThat(exchange.actions()).noneMatch(action -> action.containsValue(ScriptedExchange.SECRET));
        assertThat(exchange.actions()).extracting(action -> action.get("ActionID")).doesNotHaveDuplicates().doesNotContainNull();
    }

    @Test
    void theSecretIsSentOnlyWhenAskedTo() {
        start(ScriptedExchange.SECRET, Map.of("login", "plain"));
        connected();
        assertThat(only("Login")).containsEntry("Secret", ScriptedExchange.SECRET);
        assertThat(exchange.actions("Challenge")).isEmpty();
    }

    @Test
    void aWrongPasswordIsNotTriedAgainAndAgain() {
        exchange.answers("Login", "Response: Error\nMessage: Authentication failed for moked/" + ScriptedExchange.SECRET);
        start();
        await().atMost(PATIENCE).until(() -> log.stream().anyMatch(line -> line.contains("refuses the login")));
        await().during(Duration.ofMillis(600)).atMost(PATIENCE).until(() -> exchange.lines() == 1 && !link.connected());
        assertThat(carry(Kind.ROUTE, "201")).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void whatIsNoExchangeIsLeftWithGrowingPauses() {
        exchange.greets("SSH-2.0-OpenSSH_9.2");
        start();
        await().atMost(PATIENCE).until(() -> exchange.lines() >= 3);
        assertThat(link.connected()).isFalse();
        assertThat(exchange.actions()).isEmpty();
        exchange.greets("Asterisk Call Manager/9.0.0");
        connected();
    }

    @Test
    void garbageCostsTheLineAndNothingElse() {
        start();
        connected();
        exchange.tells("no field at all\nEvent: \u0000\u0001: :::\n: x\nEvent: Newchannel");
        exchange.tells(event("Newchannel", 0, "Uniqueid: " + "9".repeat(2_000), "Linkedid: x"));
        waits();
        int before = exchange.lines();
        exchange.tells("Event: Endless\nField: " + "x".repeat(100_000));
        await().atMost(PATIENCE).until(() -> exchange.lines() > before && link.connected());
        exchange.tells("Event: Endless\n" + "A: b\n".repeat(5_000));
        await().atMost(PATIENCE).until(() -> exchange.lines() > before + 1 && link.connected());
    }

    @Test
    void aSilentLineIsTriedAndThenLeft() {
        start();
        connected();
        await().atMost(PATIENCE).until(() -> exchange.actions("Ping").size() >= 2);
        assertThat(exchange.lines()).isEqualTo(1);
        exchange.answers("Ping", ScriptedExchange.SILENCE);
        await().atMost(PATIENCE).until(() -> exchange.lines() == 2);
    }

    @Test
    void whatWasMissedWhileTheLineWasBrokenIsTold() {
        start();
        talks();
        inbox.lasting = List.of(new Lasting(CALL, Direction.INBOUND, State.ANSWERED), new Lasting("1795770000.1", Direction.INBOUND, State.QUEUED));
        exchange.has(customer("moked-agents", "201") + "\nDuration: 00:02:00\nBridgeId: b1", dana() + "\nDuration: 00:01:00\nBridgeId: b1");
        exchange.breaks();
        told(Type.OFFERED, Type.QUEUED, Type.ANSWERED, Type.ENDED);
        assertThat(inbox.events.get(3).call()).as("the one that is no longer there").isEqualTo("1795770000.1");
        connected();
        assertThat(carry(Kind.HANG_UP, null)).as("the other goes on").isEqualTo(new Outcome.Done());
        assertThat(only("Hangup")).containsEntry("Channel", CUSTOMER);
        exchange.tells(event("Hangup", 300, customer("moked-agents", "201")));
        told(Type.OFFERED, Type.QUEUED, Type.ANSWERED, Type.ENDED, Type.ENDED);
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsLostOrDisordered() {
        start();
        connected();
        inbox.away = true;
        exchange.tells(event("Newchannel", 0, customer("from-trunk", "*2700")));
        exchange.tells(event("Newexten", 10, customer("moked-wait", "s")));
        await().atMost(PATIENCE).until(() -> log.stream().anyMatch(line -> line.contains("database is away")));
        inbox.away = false;
        told(Type.OFFERED, Type.QUEUED);
    }

    @Test
    void theWaitingCallGoesToTheAgent() {
        start();
        waits();
        assertThat(carry(Kind.ROUTE, "201")).isEqualTo(new Outcome.Done());
        assertThat(only("Redirect")).contains(entry("Channel", CUSTOMER), entry("Context", "moked-agents"), entry("Exten", "201"), entry("Priority", "1"));
        assertThat(carry(Kind.ROUTE, "201\r\nAction: Command")).as("no line of its own").isInstanceOf(Outcome.Failed.class);
        assertThat(exchange.actions("Redirect")).hasSize(1);
        assertThat(link.carry(new Asked(8, "phone", Map.of(), Kind.ROUTE, "unknown", "201", null, null, null, Instant.MAX))).isEqualTo(new Outcome.Failed("the exchange has no such call"));
    }

    @Test
    void whatTheExchangeRefusesHasFailedForSure() {
        exchange.answers("Redirect", "Response: Error\nMessage: Channel does not exist");
        start();
        waits();
        assertThat(carry(Kind.ROUTE, "201")).isEqualTo(new Outcome.Failed("Channel does not exist"));
    }

    @Test
    void whatWasNotAnsweredNobodyKnows() {
        exchange.answers("Redirect", ScriptedExchange.SILENCE);
        start(ScriptedExchange.SECRET, Map.of("answerSeconds", "1"));
        waits();
        assertThat(carry(Kind.ROUTE, "201")).isInstanceOf(Outcome.Unknown.class);
        exchange.answers("Redirect", ScriptedExchange.HANG_UP);
        assertThat(carry(Kind.ROUTE, "201")).isInstanceOf(Outcome.Unknown.class);
        await().atMost(PATIENCE).until(() -> exchange.lines() == 2);
    }

    @Test
    void whoWaitsHearsAnAnnouncement() {
        start();
        waits();
        assertThat(carry(Kind.ANNOUNCE, "אתה השלישי בתור.\r\nAction: Originate")).isEqualTo(new Outcome.Done());
        assertThat(exchange.actions("Setvar")).extracting(action -> action.get("Variable") + "=" + action.get("Value")).containsExactly("MOKED_LANGUAGE=he", "MOKED_ANNOUNCEMENT=אתה השלישי בתור. Action: Originate");
        assertThat(only("Redirect")).contains(entry("Context", "moked-announce"), entry("Exten", "say"));
        assertThat(carry(Kind.ANNOUNCE, "long-wait")).isEqualTo(new Outcome.Done());
        assertThat(exchange.actions("Redirect").get(1)).containsEntry("Exten", "long-wait");
        assertThat(exchange.actions("Originate")).isEmpty();
    }

    @Test
    void whoTalksIsNotTornOutForAnAnnouncement() {
        start();
        talks();
        assertThat(carry(Kind.ANNOUNCE, "long-wait")).isInstanceOf(Outcome.Failed.class);
        assertThat(exchange.actions("Redirect")).isEmpty();
    }

    @Test
    void holdAndBack() {
        start();
        talks();
        assertThat(carry(Kind.RESUME, null)).isEqualTo(new Outcome.Failed("it is not on hold here"));
        assertThat(carry(Kind.HOLD, null)).isEqualTo(new Outcome.Done());
        assertThat(only("Redirect")).contains(entry("Channel", CUSTOMER), entry("Context", "moked-hold"), entry("Exten", "customer"), entry("ExtraChannel", DANA), entry("ExtraContext", "moked-hold"), entry("ExtraExten", "agent"), entry("ExtraPriority", "1"));
        exchange.tells(event("BridgeLeave", 50, bridge("b1"), customer("moked-agents", "201")));
        exchange.tells(event("BridgeLeave", 50, bridge("b1"), dana()));
        exchange.tells(event("Newexten", 50, customer("moked-hold", "customer")));
        await().atMost(PATIENCE).until(() -> inbox.types().contains(Type.HELD));
        assertThat(carry(Kind.RESUME, null)).isEqualTo(new Outcome.Done());
        assertThat(only("Setvar")).contains(entry("Variable", "MOKED_AGENT"), entry("Value", DANA));
        assertThat(exchange.actions("Redirect").get(1)).contains(entry("Exten", "resume"), entry("Channel", CUSTOMER));
        assertThat(carry(Kind.TRANSFER, "202")).as("from hold").isEqualTo(new Outcome.Done());
        assertThat(exchange.actions("Redirect").get(2)).contains(entry("Context", "moked-transfer"), entry("Exten", "202"));
        assertThat(only("Hangup")).containsEntry("Channel", DANA);
        await().atMost(PATIENCE).until(() -> inbox.types().contains(Type.TRANSFERRED));
    }

    /** Dana talks with Yossi while the customer waits. */
    private void consults() {
        talks();
        assertThat(carry(Kind.CONSULT, "202")).isEqualTo(new Outcome.Done());
        assertThat(only("Redirect")).contains(entry("Channel", CUSTOMER), entry("Context", "moked-hold"), entry("Exten", "customer"), entry("ExtraChannel", DANA), entry("ExtraContext", "moked-hold"), entry("ExtraExten", "ask202"));
        exchange.tells(event("BridgeLeave", 50, bridge("b1"), customer("moked-agents", "201")));
        exchange.tells(event("BridgeLeave", 50, bridge("b1"), dana()));
        exchange.tells(event("Newexten", 50, customer("moked-hold", "customer")));
        exchange.tells(event("BridgeEnter", 55, bridge("b2"), yossi()));
        exchange.tells(event("BridgeEnter", 55, bridge("b2"), dana()));
        told(Type.OFFERED, Type.QUEUED, Type.ANSWERED, Type.HELD);
    }

    @Test
    void aColleagueIsAskedAndTheCustomerComesBack() {
        start();
        consults();
        assertThat(carry(Kind.RESUME, null)).isEqualTo(new Outcome.Done());
        assertThat(exchange.actions("Redirect").get(1)).as("the colleague goes first").contains(entry("Channel", DANA), entry("Exten", "agent"));
        assertThat(exchange.actions("Redirect").get(2)).contains(entry("Channel", CUSTOMER), entry("Exten", "resume"));
        assertThat(only("Setvar")).contains(entry("Variable", "MOKED_AGENT"), entry("Value", DANA));
        exchange.tells(event("BridgeLeave", 60, bridge("b2"), dana()));
        exchange.tells(event("Hangup", 60, yossi()));
        exchange.tells(event("BridgeEnter", 61, bridge("b3"), dana()));
        exchange.tells(event("BridgeEnter", 61, bridge("b3"), customer("moked-hold", "resume")));
        told(Type.OFFERED, Type.QUEUED, Type.ANSWERED, Type.HELD, Type.RESUMED);
        assertThat(exchange.actions("Hangup")).isEmpty();
    }

    @Test
    void theColleagueWhoWasAskedMayTakeTheCustomer() {
        start();
        consults();
        assertThat(carry(Kind.TRANSFER, "202")).isEqualTo(new Outcome.Done());
        assertThat(only("Setvar")).as("to the telephone he talks on, which is not rung again").contains(entry("Channel", CUSTOMER), entry("Variable", "MOKED_AGENT"), entry("Value", YOSSI));
        assertThat(exchange.actions("Redirect").get(1)).contains(entry("Channel", CUSTOMER), entry("Context", "moked-hold"), entry("Exten", "resume"));
        assertThat(only("Hangup")).containsEntry("Channel", DANA);
        exchange.tells(event("BridgeEnter", 70, bridge("b3"), yossi()));
        exchange.tells(event("BridgeEnter", 70, bridge("b3"), customer("moked-hold", "resume")));
        exchange.tells(event("Hangup", 71, dana()));
        told(Type.OFFERED, Type.QUEUED, Type.ANSWERED, Type.HELD, Type.TRANSFERRED, Type.ANSWERED, Type.RESUMED);
        assertThat(inbox.events.get(5).extension()).isEqualTo("202");
        assertThat(exchange.actions("Hangup")).as("the customer is not alone").hasSize(1);
    }

    @Test
    void whoIsOnHoldMayBeSentToAnotherThanTheColleagueWhoIsAsked() {
        start();
        consults();
        assertThat(carry(Kind.TRANSFER, "203")).isEqualTo(new Outcome.Done());
        assertThat(exchange.actions("Redirect").get(1)).contains(entry("Channel", CUSTOMER), entry("Context", "moked-transfer"), entry("Exten", "203"));
    }

    @Test
    void aCustomerWaitsAgainForTheNextAgent() {
        start();
        talks();
        assertThat(carry(Kind.QUEUE, "17")).isEqualTo(new Outcome.Done());
        assertThat(only("Redirect")).contains(entry("Channel", CUSTOMER), entry("Context", "moked-wait"), entry("Exten", "s"));
        assertThat(only("Hangup")).containsEntry("Channel", DANA);
        exchange.tells(event("BridgeLeave", 50, bridge("b1"), customer("moked-agents", "201")));
        exchange.tells(event("Newexten", 50, customer("moked-wait", "s")));
        exchange.tells(event("Hangup", 51, dana()));
        told(Type.OFFERED, Type.QUEUED, Type.ANSWERED, Type.QUEUED);
        assertThat(inbox.events).extracting(CallEvent::id).doesNotHaveDuplicates();
        assertThat(carry(Kind.ROUTE, "202")).isEqualTo(new Outcome.Done());
        exchange.tells(event("BridgeEnter", 80, bridge("b4"), yossi()));
        exchange.tells(event("BridgeEnter", 80, bridge("b4"), customer("moked-agents", "202")));
        told(Type.OFFERED, Type.QUEUED, Type.ANSWERED, Type.QUEUED, Type.ANSWERED);
    }

    @Test
    void anAgentWhoHangsUpLeavesNobodyOnHold() {
        start();
        talks();
        exchange.tells(event("BridgeLeave", 50, bridge("b1"), customer("moked-agents", "201")));
        exchange.tells(event("Newexten", 50, customer("moked-hold", "customer")));
        exchange.tells(event("Hangup", 55, dana()));
        await().atMost(PATIENCE).until(() -> !exchange.actions("Hangup").isEmpty());
        assertThat(only("Hangup")).containsEntry("Channel", CUSTOMER);
    }

    @Test
    void transferAndHangUp() {
        start();
        talks();
        assertThat(carry(Kind.TRANSFER, "+97231234567")).isEqualTo(new Outcome.Done());
        assertThat(only("BlindTransfer")).contains(entry("Channel", DANA), entry("Context", "moked-transfer"), entry("Exten", "+97231234567"));
        assertThat(carry(Kind.HANG_UP, null)).isEqualTo(new Outcome.Done());
        assertThat(only("Hangup")).contains(entry("Channel", CUSTOMER), entry("Cause", "16"));
        exchange.tells(event("Hangup", 60, customer("x", "s")));
        await().atMost(PATIENCE).until(() -> inbox.types().contains(Type.ENDED));
        assertThat(inbox.events.get(inbox.events.size() - 1).by()).as("the agent asked").isEqualTo(il.moked.interaction.Call.EndedBy.AGENT);
    }

    @Test
    void aCallOutIsDoneWhenTheAgentsTelephoneRings() {
        exchange.answers("Originate", asked -> {
            exchange.tells("Event: OriginateResponse\nResponse: Failure\nUniqueid: moked-999\nReason: 5");
            return "Response: Success\nMessage: Originate successfully queued";
        });
        start(ScriptedExchange.SECRET, Map.of("callerId", "*2700", "answerSeconds", "1"));
        connected();
        assertThat(carry(Kind.CALL_OUT, "+972502345678")).as("nothing rings").isInstanceOf(Outcome.Unknown.class);
        assertThat(only("Originate")).contains(entry("Channel", "PJSIP/201"), entry("Context", "moked-out"), entry("Exten", "+972502345678"), entry("ChannelId", "moked-7"), entry("Variable", "MOKED_COMMAND=7"), entry("Async", "true"),
                entry("CallerID", "*2700"));
        exchange.answers("Originate", asked -> {
            exchange.tells(event("Newchannel", 0, channel("", DANA, "moked-7", "from-internal", "", "201", "", 0, "moked-7")));
            return "Response: Success\nMessage: Originate successfully queued";
        });
        assertThat(carry(Kind.CALL_OUT, "+972502345678")).isEqualTo(new Outcome.Done());
        told(Type.OFFERED);
        assertThat(inbox.events.get(0).command()).isEqualTo(7);
        exchange.answers("Originate", asked -> {
            exchange.tells("Event: OriginateResponse\nResponse: Failure\nUniqueid: moked-7\nReason: 0");
            return "Response: Success\nMessage: Originate successfully queued";
        });
        assertThat(carry(Kind.CALL_OUT, "+972502345678")).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void recordingStopsOnlyWhereItRuns() {
        start();
        talks();
        assertThat(carry(Kind.PAUSE_RECORDING, null)).as("a pause of nothing is none").isEqualTo(new Outcome.Failed("no recording of this call is known"));
        assertThat(exchange.actions("MixMonitorMute")).isEmpty();
        exchange.answers("Getvar", asked -> "Response: Success\nVariable: MIXMONITOR_FILENAME\nValue: " + (CUSTOMER.equals(asked.get("Channel")) ? "/var/spool/x.wav" : ""));
        assertThat(carry(Kind.PAUSE_RECORDING, null)).isEqualTo(new Outcome.Done());
        assertThat(only("MixMonitorMute")).contains(entry("Channel", CUSTOMER), entry("Direction", "both"), entry("State", "1"));
        assertThat(carry(Kind.RESUME_RECORDING, null)).isEqualTo(new Outcome.Done());
        assertThat(exchange.actions("MixMonitorMute").get(1)).containsEntry("State", "0");
        exchange.answers("MixMonitorMute", "Response: Error\nMessage: Cannot set mute flag");
        assertThat(carry(Kind.PAUSE_RECORDING, null)).isEqualTo(new Outcome.Failed("Cannot set mute flag"));
    }

    @Test
    void aSupervisorHearsACall() {
        start();
        talks();
        assertThat(carry(Kind.LISTEN_IN, "203")).isEqualTo(new Outcome.Done());
        assertThat(only("Originate")).contains(entry("Channel", "PJSIP/203"), entry("Application", "ChanSpy"), entry("Data", CUSTOMER + ",qE"));
        String listener = only("Originate").get("ChannelId");
        exchange.tells(event("Newchannel", 50, channel("", "PJSIP/203-00000055", listener, "from-internal", "", "203", "", 0, listener)));
        exchange.answers("Originate", "Response: Error\nMessage: Extension does not exist.");
        assertThat(carry(Kind.LISTEN_IN, "203")).isEqualTo(new Outcome.Failed("Extension does not exist."));
        told(Type.OFFERED, Type.QUEUED, Type.ANSWERED);
    }

    @Test
    void whereTheDialplanHasNoPlaceNobodyIsSent() {
        start(ScriptedExchange.SECRET, Map.of("holdContext", "", "transferContext", "", "announceContext", "", "outContext", ""));
        waits();
        for (Kind kind : List.of(Kind.ANNOUNCE, Kind.HOLD, Kind.RESUME, Kind.CONSULT, Kind.TRANSFER, Kind.CALL_OUT)) {
            assertThat(carry(kind, "201")).as(kind.name()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.why()).startsWith("the account has no setting"));
        }
        assertThat(exchange.actions()).extracting(action -> action.get("Action")).isSubsetOf("Challenge", "Login", "CoreShowChannels", "Ping");
    }
}
