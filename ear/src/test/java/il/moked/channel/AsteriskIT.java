// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import il.moked.AnyDatabase;
import il.moked.As;
import il.moked.agent.EmptyLine;
import il.moked.agent.LoneAgent;
import il.moked.channel.Outages.Cause;
import il.moked.channel.Outages.Outage;
import il.moked.channel.ejb.Accounts;
import il.moked.interaction.AsSystem;
import il.moked.interaction.Call;
import il.moked.interaction.Calls;
import il.moked.interaction.ejb.Telephoning;
import il.moked.interaction.ejb.Telephoning.CallView;
import il.moked.routing.WorkItems;
import il.moked.routing.ejb.LineControl;
import il.moked.routing.ejb.Offers;
import il.moked.routing.ejb.WallReading;
import il.moked.shared.BusinessException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls of a scripted Asterisk, from the trunk to the agent's telephone and out again, in the real server. */
@AnyDatabase
@ArquillianTest
public class AsteriskIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String ACCOUNT = "asteriskit";
    private static final String SECRET = "a secret of the exchange";

    @Inject
    AsSystem system;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Accounts administered;
    @Inject
    Offers offers;
    @Inject
    Telephoning telephoning;
    @Inject
    Calls calls;
    @Inject
    WorkItems workItems;
    @Inject
    LineControl lineControl;
    @Inject
    WallReading wall;
    @Inject
    EmptyLine line;
    @Inject
    LoneAgent dana;

    private FakeAsterisk exchange;

    @BeforeEach
    void anExchangeAndAnAgent() throws Exception {
        System.setProperty("moked.channel." + ACCOUNT + ".password", SECRET);
        exchange = new FakeAsterisk(SECRET, 0);
        line.servedBy(List.of("dana"));
        dana.comes();
        driven(Map.of("driver", "asterisk", "host", "127.0.0.1", "port", Integer.toString(exchange.port()), "user", "moked", "contexts", "from-trunk", "waitContext", "moked-wait", "agentContext", "moked-agents", "outContext", "moked-out",
                "menu.1", "fault", "listen-in", "true"));
        exchange.await("Login");
    }

    /** An account of its own, open only while it is tried: other tests call out by the first there is. */
    private void driven(Map<String, String> settings) {
        system.inTransaction(() -> {
            ChannelAccount line = accounts.all().stream().filter(known -> known.code().equals(ACCOUNT)).findFirst().orElseGet(() -> {
                ChannelAccount account = new ChannelAccount(ACCOUNT, Channel.PHONE, "מרכזייה", "Exchange", "*2700", "he", accounts.get("phone").queueId());
                accounts.add(account);
                return account;
            }).with(settings);
            line.enable(!settings.isEmpty());
            return null;
        });
    }

    @AfterEach
    void everybodyGoesHome() throws Exception {
        dana.goesHome();
        driven(Map.of());
        await().atMost(PATIENCE).until(exchange::left);
        exchange.close();
    }

    private Optional<Call> row(String call) {
        return system.inTransaction(() -> calls.find(accounts.get(ACCOUNT).id(), call));
    }

    private void until(long interaction, Call.State state) throws Exception {
        As.run("dana", () -> await().atMost(PATIENCE).until(() -> telephoning.callOf(interaction).map(CallView::state).filter(state::equals).isPresent()));
    }

    private static String channel(String name, String id, String context, String extension, String caller, int state, String call) {
        return "Channel: " + name + "\nChannelState: " + state + "\nCallerIDNum: " + caller + "\nCallerIDName: אלכסנדרה\nLanguage: en\nContext: " + context + "\nExten: " + extension + "\nPriority: 1\nUniqueid: " + id + "\nLinkedid: " + call;
    }

    @Test
    void aCallGoesFromTheTrunkToTheAgentAndALaterOneOutAgain() throws Exception {
        String call = System.nanoTime() + ".1";
        String customer = channel("PJSIP/012-00000001", call, "from-trunk", "*2700", "0502345678", 4, call);
        exchange.tells("Newchannel", customer);
        exchange.tells("UserEvent", channel("PJSIP/012-00000001", call, "menu", "1", "0502345678", 6, call) + "\nUserEvent: MokedMenu\nKey: 1");
        exchange.tells("Newexten", channel("PJSIP/012-00000001", call, "moked-wait", "s", "0502345678", 6, call));
        Call row = await().atMost(PATIENCE).until(() -> row(call), found -> found.filter(known -> known.queuedAt().isPresent() && known.subject().isPresent()).isPresent()).orElseThrow();
        assertThat(row.callerNumber().orElseThrow().value()).isEqualTo("+972502345678");
        assertThat(row.dialledNumber()).contains("*2700");
        assertThat(row.subject()).contains("fault");
        long interaction = As.user("dana", () -> {
            WorkItems.Offer offer = await().atMost(PATIENCE).until(() -> offers.mine().stream().filter(mine -> mine.interactionId() == row.interactionId()).findFirst(), Optional::isPresent).orElseThrow();
            return offers.accept(offer.workItemId());
        });
        Map<String, String> route = exchange.await("Redirect");
        assertThat(route).containsEntry("Channel", "PJSIP/012-00000001").containsEntry("Context", "moked-agents").containsEntry("Exten", "201");
        As.run("dana", () -> await().atMost(PATIENCE).until(() -> telephoning.callOf(interaction).orElseThrow().asked().isEmpty()));
        assertThat(As.user("dana", () -> telephoning.callOf(interaction).orElseThrow().failed())).isNull();
        exchange.tells("BridgeEnter", "BridgeUniqueid: b1\n" + channel("PJSIP/201-00000002", call + "2", "from-internal", "", "201", 6, call));
        exchange.tells("BridgeEnter", "BridgeUniqueid: b1\n" + channel("PJSIP/012-00000001", call, "moked-agents", "201", "0502345678", 6, call));
        until(interaction, Call.State.ANSWERED);
        long workItem = system.<Long>inTransaction(() -> workItems.findFor(interaction).orElseThrow().id());
        As.run("michal", () -> lineControl.listenIn(workItem));
        assertThat(exchange.await("Originate")).containsEntry("Channel", "PJSIP/203").containsEntry("Application", "ChanSpy").containsEntry("Data", "PJSIP/012-00000001,qE");
        exchange.tells("HangupRequest", customer);
        exchange.tells("Hangup", customer + "\nCause: 16");
        until(interaction, Call.State.ENDED);
        CallView ended = As.user("dana", () -> telephoning.callOf(interaction).orElseThrow());
        assertThat(ended.outcome()).isEqualTo(Call.Outcome.ANSWERED);
        assertThat(ended.endedBy()).isEqualTo(Call.EndedBy.CUSTOMER);
        assertThat(ended.extension()).isEqualTo("201");
        callsBack(interaction);
    }

    private void callsBack(long interaction) throws Exception {
        As.run("dana", () -> telephoning.callBack(interaction, "050-2345678"));
        Map<String, String> originate = exchange.await("Originate");
        assertThat(originate).containsEntry("Channel", "PJSIP/201").containsEntry("Context", "moked-out").containsEntry("Exten", "+972502345678");
        String out = originate.get("ChannelId");
        String agent = channel("PJSIP/201-00000003", out, "from-internal", "", "201", 5, out);
        String customer = channel("PJSIP/012-00000004", out + "c", "from-trunk", "", "0502345678", 6, out);
        exchange.tells("Newchannel", agent);
        await().atMost(PATIENCE).until(() -> row(out), Optional::isPresent);
        assertThat(row(out).orElseThrow().interactionId()).as("where it was asked for").isEqualTo(interaction);
        exchange.tells("BridgeEnter", "BridgeUniqueid: b2\n" + customer);
        exchange.tells("BridgeEnter", "BridgeUniqueid: b2\n" + agent);
        until(interaction, Call.State.ANSWERED);
        assertThat(As.user("dana", () -> telephoning.callOf(interaction).orElseThrow().direction())).isEqualTo(Call.Direction.OUTBOUND);
        // its end is lost with the line: the list of channels after it says so
        exchange.breaks();
        until(interaction, Call.State.ENDED);
        assertThat(row(out).orElseThrow().endedBy()).contains(Call.EndedBy.EXCHANGE);
    }

    private Optional<Outage> alarm() throws Exception {
        return As.user("michal", () -> wall.now().outages().stream().filter(outage -> outage.account().equals(ACCOUNT)).findFirst());
    }

    @Test
    void anExchangeThatIsAwayIsOnTheWallUntilItIsBack() throws Exception {
        int port = exchange.port();
        exchange.close();
        assertThat(await().atMost(PATIENCE).until(this::alarm, Optional::isPresent).orElseThrow().cause()).isEqualTo(Cause.UNREACHABLE);
        exchange = new FakeAsterisk(SECRET, port);
        await().atMost(PATIENCE).until(() -> alarm().isEmpty());
    }

    @Test
    void whatIsWrongInTheSettingsIsRefusedByName() {
        Accounts.Details wrong = new Accounts.Details("pbx-it", Channel.PHONE, "מרכזייה", "Exchange", "*2701", "he", system.<Long>inTransaction(() -> accounts.get("phone").queueId()), null, false, true,
                Map.of("driver", "asterisk", "host", "pbx.example", "user", "moked"), null);
        assertThatThrownBy(() -> As.run("admin", () -> administered.create(wrong))).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("channel.setting-missing"));
    }
}
