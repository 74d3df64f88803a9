// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.Rows;
import il.moked.agent.AwayReason;
import il.moked.agent.Presence;
import il.moked.agent.ejb.Attendance;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.ejb.Reception;
import il.moked.interaction.AsSystem;
import il.moked.interaction.Call;
import il.moked.interaction.Calls;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionLine;
import il.moked.interaction.Interactions;
import il.moked.interaction.TelephonyCommand;
import il.moked.interaction.ejb.CallEvent;
import il.moked.interaction.ejb.CallEvent.Type;
import il.moked.interaction.ejb.CommandDelivery.Asked;
import il.moked.interaction.ejb.Conversation;
import il.moked.interaction.ejb.ConversationReading;
import il.moked.interaction.ejb.Exchanging;
import il.moked.interaction.ejb.MessageReceived;
import il.moked.interaction.ejb.Telephoning;
import il.moked.routing.WorkItem.State;
import il.moked.routing.ejb.LineControl;
import il.moked.routing.ejb.Offers;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the work of an agent who is gone, or busy in another way than by accepting an offer. */
@ArquillianTest
public class LeftWorkIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    /** Longer than a sweep takes to come round, and than an offer has left in these tests. */
    private static final Duration A_WHILE = Duration.ofSeconds(7);

    @Inject
    OwnLine line;
    @Inject
    Rows rows;
    @Inject
    AsSystem system;
    @Inject
    Attendance attendance;
    @Inject
    Offers offers;
    @Inject
    LineControl control;
    @Inject
    Conversation conversation;
    @Inject
    ConversationReading reading;
    @Inject
    Telephoning telephoning;
    @Inject
    Exchanging exchanging;
    @Inject
    Reception reception;
    @Inject
    Calls calls;
    @Inject
    Interactions interactions;
    @Inject
    ChannelAccounts accounts;
    @Inject
    DomainEvents events;

    private final String call = "left-" + UUID.randomUUID();
    private final Instant dialled = Instant.now().minusSeconds(60);

    @BeforeEach
    void aLineOfItsOwn() {
        Awaitility.pollInSameThread();
        line.begin();
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        line.end();
    }

    private void tell(String account, CallEvent event) {
        reception.receive(account, event.id(), event.call(), event.bytes());
    }

    private CallEvent event(Type type, int seconds) {
        return CallEvent.of(UUID.randomUUID().toString(), call, type, dialled.plusSeconds(seconds));
    }

    private Optional<Call> row(String account) {
        return system.inTransaction(() -> calls.find(accounts.get(account).id(), call));
    }

    /** The first agent speaks with a customer on his telephone. */
    private long talking(String account) throws Exception {
        tell(account, event(Type.OFFERED, 0).from("0509998877", "*1"));
        tell(account, event(Type.QUEUED, 5));
        WorkItems.Offer offer = await().atMost(PATIENCE).until(() -> As.user(line.name(1), offers::mine), mine -> !mine.isEmpty()).get(0);
        As.run(line.name(1), () -> offers.accept(offer.workItemId()));
        tell(account, event(Type.ANSWERED, 20).at(line.extension(1)));
        await().atMost(PATIENCE).until(() -> row(account).orElseThrow().answeredAt().isPresent());
        return offer.interactionId();
    }

    private List<Long> mine() throws Exception {
        return As.user(line.name(1), () -> reading.mine().stream().map(InteractionLine::id).toList());
    }

    @Test
    void theBrowserDiesInMidCallAndNothingIsLost() throws Exception {
        String account = line.phone(Map.of());
        long agent = line.agent(1, Presence.AVAILABLE);
        long interaction = talking(account);
        line.browserDies(agent);
        await().during(A_WHILE).atMost(PATIENCE).until(() -> line.agent(agent).presence() == Presence.AVAILABLE && line.item(interaction).state() == State.ACCEPTED);
        tell(account, event(Type.ENDED, 50).endedBy(Call.EndedBy.CUSTOMER));
        await().atMost(PATIENCE).until(() -> line.agent(agent).presence() == Presence.OFFLINE);
        assertThat(line.agent(agent).awayReason()).contains(AwayReason.UNSEEN);
        assertThat(line.agent(agent).wrapUpOf()).as("summing up ended with it").isEmpty();
        assertThat(line.item(interaction).state()).as("still his").isEqualTo(State.ACCEPTED);
        // he starts his browser again
        As.run(line.name(1), attendance::available);
        assertThat(mine()).containsExactly(interaction);
        await().during(A_WHILE).atMost(PATIENCE).until(() -> line.agent(agent).presence() == Presence.AVAILABLE && line.item(interaction).state() == State.ACCEPTED);
        As.run(line.name(1), () -> conversation.close(interaction, "ANSWERED", null));
        assertThat(line.item(interaction).state()).isEqualTo(State.DONE);
    }

    @Test
    void offersOfAnAgentWhoseBrowserIsGoneGoBackAtOnce() throws Exception {
        long agent = line.agent(1, Presence.AVAILABLE);
        WorkItem offered = line.waits(Channel.FORM, OwnLine.LETTER, Instant.now());
        await().atMost(PATIENCE).until(() -> line.state(offered) == State.OFFERED);
        rows.change("update work_item set offer_expires_at = ? where id = ?", Instant.now().plusSeconds(600), offered.id());
        line.browserDies(agent);
        await().atMost(PATIENCE).until(() -> line.state(offered) == State.WAITING);
        assertThat(line.item(offered.interactionId()).waitingSince()).isEqualTo(offered.waitingSince());
        assertThat(line.agent(agent).presence()).isEqualTo(Presence.OFFLINE);
        assertThat(line.agent(agent).awayReason()).contains(AwayReason.UNSEEN);
    }

    @Test
    void whatAnAgentWhoLeftHasGoesToTheLineWhenItsCustomerWrites() throws Exception {
        long agent = line.agent(1, Presence.AVAILABLE);
        Instant since = Instant.now().minusSeconds(30);
        WorkItem item = line.served(Channel.CHAT, OwnLine.CHAT, agent, since, false);
        As.run(line.name(1), attendance::offline);
        await().during(A_WHILE).atMost(PATIENCE).until(() -> line.state(item) == State.ACCEPTED && mine().contains(item.interactionId()));
        Instant written = Instant.now();
        system.inTransaction(() -> {
            Interaction interaction = interactions.getLocked(item.interactionId());
            interaction.received("still there?", written);
            events.tell(new MessageReceived(interaction.id(), null, false, interaction.accountId(), line.queue(), Channel.CHAT, item.segment(), item.customerId(), "en", null, agent, null, written));
            return null;
        });
        WorkItem back = line.item(item.interactionId());
        assertThat(back.state()).isEqualTo(State.WAITING);
        assertThat(back.waitingSince()).isEqualTo(interactionWaits(item));
        assertThat(back.preferredAgentId()).as("asked first if he comes back").contains(agent);
        assertThat(line.agent(agent).usedCapacity()).isZero();
        assertThat(mine()).isEmpty();
    }

    private Instant interactionWaits(WorkItem item) {
        return system.inTransaction(() -> interactions.get(item.interactionId()).waitingSince().orElseThrow());
    }

    @Test
    void whatAnAgentWhoLeftHasGoesToTheLineAfterAWhileWithItsAge() throws Exception {
        long agent = line.agent(1, Presence.OFFLINE);
        Instant hourAgo = Instant.now().minusSeconds(3600);
        WorkItem item = line.served(Channel.FORM, OwnLine.LETTER, agent, hourAgo, true);
        WorkItem given = line.served(Channel.FORM, OwnLine.LETTER, agent, hourAgo, true);
        rows.change("update agent set since = ? where user_id = ?", hourAgo, agent);
        rows.change("update work_item set held_at = ? where id = ?", Instant.now(), given.id());
        await().atMost(PATIENCE).until(() -> line.state(item) == State.WAITING);
        assertThat(line.item(item.interactionId()).waitingSince()).isEqualTo(interactionWaits(item));
        assertThat(line.item(item.interactionId()).waitingSince()).isEqualTo(item.waitingSince());
        assertThat(line.state(given)).as("handed to him just now").isEqualTo(State.ACCEPTED);
        assertThat(mine()).containsExactly(given.interactionId());
    }

    @Test
    void aCallerWaitsForNobodyWhoLeft() throws Exception {
        String account = line.phone(Map.of());
        long agent = line.agent(1, Presence.AVAILABLE);
        tell(account, event(Type.QUEUED, 5).from("0509998877", "*1"));
        WorkItems.Offer offer = await().atMost(PATIENCE).until(() -> As.user(line.name(1), offers::mine), mine -> !mine.isEmpty()).get(0);
        As.run(line.name(1), () -> offers.accept(offer.workItemId()));
        As.run(line.name(1), attendance::offline);
        await().atMost(PATIENCE).until(() -> line.item(offer.interactionId()).state() == State.WAITING);
        assertThat(line.agent(agent).usedCapacity()).isZero();
        tell(account, event(Type.ENDED, 50));
    }

    @Test
    void whoTakesACallGivesBackWhatHeWasOfferedAndMissesNothing() throws Exception {
        long agent = line.agent(1, Presence.AVAILABLE);
        WorkItem chat = line.waits(Channel.CHAT, OwnLine.CHAT, Instant.now());
        WorkItem letter = line.waits(Channel.FORM, OwnLine.LETTER, Instant.now());
        await().atMost(PATIENCE).until(() -> line.state(chat) == State.OFFERED && line.state(letter) == State.OFFERED);
        rows.change("update work_item set offer_expires_at = ? where agent_id = ? and state = 'OFFERED'", Instant.now().plusSeconds(3), agent);
        long busy = line.agent(2, Presence.AWAY);
        WorkItem call = line.served(Channel.PHONE, OwnLine.CALL, busy, Instant.now(), true);
        As.run(line.name(1), () -> conversation.takeOver(call.interactionId()));
        assertThat(line.state(chat)).isEqualTo(State.WAITING);
        assertThat(line.state(letter)).isEqualTo(State.WAITING);
        assertThat(line.agent(agent).usedCapacity()).isEqualTo(100);
        await().during(A_WHILE).atMost(PATIENCE).until(() -> line.agent(agent).presence() == Presence.AVAILABLE);
        As.run(line.name(1), () -> conversation.close(call.interactionId(), "ANSWERED", null));
        await().atMost(PATIENCE).until(() -> line.state(chat) == State.OFFERED);
    }

    @Test
    void whoTakesOverALetterKeepsTheOffersHeCanStillServe() throws Exception {
        long agent = line.agent(1, Presence.AVAILABLE);
        WorkItem chat = line.waits(Channel.CHAT, OwnLine.CHAT, Instant.now());
        await().atMost(PATIENCE).until(() -> line.state(chat) == State.OFFERED);
        long busy = line.agent(2, Presence.AWAY);
        WorkItem letter = line.served(Channel.FORM, OwnLine.LETTER, busy, Instant.now(), true);
        As.run(line.name(1), () -> conversation.takeOver(letter.interactionId()));
        assertThat(line.state(chat)).isEqualTo(State.OFFERED);
        assertThat(line.agent(agent).usedCapacity()).isEqualTo(50);
    }

    @Test
    void aSupervisorHearsACallWhereTheExchangeCanDoThat() throws Exception {
        String account = line.phone(Map.of("listen-in", "true"));
        line.agent(1, Presence.AVAILABLE);
        long interaction = talking(account);
        long item = line.item(interaction).id();
        assertThatThrownBy(() -> As.run(line.name(1), () -> control.listenIn(item))).isInstanceOf(EJBAccessException.class);
        As.run("michal", () -> {
            attendance.mine();
            telephoning.sitAt(null);
            assertThatThrownBy(() -> control.listenIn(item)).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("telephony.no-extension"));
            telephoning.sitAt("777");
            control.listenIn(item);
            control.listenIn(item);
        });
        List<Asked> asked = As.user("crm", () -> exchanging.fetch(account)).stream().filter(command -> command.kind() == TelephonyCommand.Kind.LISTEN_IN).toList();
        assertThat(asked).as("once").hasSize(1);
        assertThat(asked.get(0).target()).isEqualTo("777");
        assertThat(asked.get(0).call()).isEqualTo(call);
        As.run(line.name(1), () -> assertThat(telephoning.callOf(interaction).orElseThrow().asked()).as("who speaks is not told").doesNotContain(TelephonyCommand.Kind.LISTEN_IN));
        As.run("crm", () -> exchanging.settled(account, asked.get(0).id(), Exchanging.Result.FAILED, "busy"));
        As.run(line.name(1), () -> assertThat(telephoning.callOf(interaction).orElseThrow().failed()).isNotEqualTo(TelephonyCommand.Kind.LISTEN_IN));
        assertThat(rows.count("select count(*) from audit_entry where action = 'routing.listen-in-asked' and actor = 'michal' and subject_id = ?", item)).isEqualTo(2);
        assertThat(rows.count("select count(*) from interaction_event where interaction_id = ? and kind = 'CALL_NOT_DONE'", interaction)).isZero();
        tell(account, event(Type.ENDED, 50));
        await().atMost(PATIENCE).until(() -> row(account).orElseThrow().endedAt().isPresent());
        assertThatThrownBy(() -> As.run("michal", () -> control.listenIn(item))).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("telephony.ended"));
    }

    @Test
    void whereTheExchangeCannotDoItTheSupervisorIsToldSo() throws Exception {
        String account = line.phone(Map.of());
        line.agent(1, Presence.AVAILABLE);
        long interaction = talking(account);
        assertThatThrownBy(() -> As.run("michal", () -> control.listenIn(line.item(interaction).id()))).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("telephony.no-listening"));
        tell(account, event(Type.ENDED, 50));
    }
}
