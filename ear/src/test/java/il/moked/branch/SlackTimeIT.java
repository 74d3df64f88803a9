// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.Rows;
import il.moked.agent.ejb.Attendance;
import il.moked.branch.ejb.CounterWork;
import il.moked.branch.ejb.Greeting.CheckedIn;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.Segment;
import il.moked.customer.ejb.Identifying.Sender;
import il.moked.interaction.AsSystem;
import il.moked.interaction.Interactions;
import il.moked.interaction.ejb.ChatSessions;
import il.moked.interaction.ejb.Conversation;
import il.moked.interaction.ejb.Submitting;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.routing.ejb.Assignment;
import il.moked.routing.ejb.Offers;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Between two visits a clerk answers in writing, where the branch allows it; the counter always comes first. */
@ArquillianTest
public class SlackTimeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    AsSystem system;
    @Inject
    OwnBranch own;
    @Inject
    CounterWork counters;
    @Inject
    Conversation conversation;
    @Inject
    Attendance attendance;
    @Inject
    Offers offers;
    @Inject
    Assignment assignment;
    @Inject
    Submitting submitting;
    @Inject
    ChatSessions chats;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Interactions interactions;
    @Inject
    WorkItems workItems;
    @Inject
    Rows rows;

    @BeforeEach
    void aBranchThatAnswersInWriting() throws Exception {
        Awaitility.pollInSameThread();
        own.begin();
        rows.change("update branch set serves_texts = true where id = ?", own.id());
        for (Channel channel : new Channel[] {Channel.FORM, Channel.CHAT}) {
            system.inTransaction(() -> {
                accounts.add(new ChannelAccount(code(channel), channel, "סניף", "Branch", null, "he", own.branch().queueId()));
                return null;
            });
        }
    }

    @AfterEach
    void nobodyIsLeftWaiting() throws Exception {
        rows.change("update channel_account set enabled = false where code in (?, ?)", code(Channel.FORM), code(Channel.CHAT));
        own.end();
    }

    private String code(Channel channel) {
        return "w-" + channel.name().toLowerCase(java.util.Locale.ROOT) + "-" + own.mark;
    }

    /** Somebody writes to the branch. @return the conversation */
    private long writes() throws Exception {
        String reference = As.user("crm", () -> submitting.submit(new Submitting.Submission(code(Channel.FORM), UUID.randomUUID().toString(), new Sender("Writer " + own.mark, UUID.randomUUID() + "@example.com", null, null), "subject", "text", "he")).reference());
        long interaction = await().atMost(PATIENCE).until(() -> system.inTransaction(() -> interactions.findByReference(reference)), Optional::isPresent).orElseThrow().id();
        await().atMost(PATIENCE).until(() -> item(interaction).isPresent());
        return interaction;
    }

    private Optional<WorkItem> item(long interaction) {
        return system.inTransaction(() -> workItems.look(interaction));
    }

    private WorkItem.State state(long interaction) {
        return item(interaction).orElseThrow().state();
    }

    private void offered(long interaction) {
        await().atMost(PATIENCE).until(() -> {
            system.run(() -> assignment.assign(own.branch().teamId()));
            return state(interaction) == WorkItem.State.OFFERED;
        });
    }

    private void notOffered(long interaction) {
        system.run(() -> assignment.assign(own.branch().teamId()));
        assertThat(state(interaction)).isEqualTo(WorkItem.State.WAITING);
    }

    private void accepts(String clerk, long interaction) throws Exception {
        As.run(clerk, () -> offers.accept(offers.mine().stream().filter(offer -> offer.interactionId() == interaction).findFirst().orElseThrow().workItemId()));
    }

    @Test
    void theCounterComesFirst() throws Exception {
        String clerk = own.clerk(1);
        long first = writes();
        offered(first);
        accepts(clerk, first);
        long second = writes();
        offered(second);

        // somebody comes in: what was offered goes back, nothing more is offered, and what he has in hand keeps him from nothing
        CheckedIn visit = own.comes(own.customer(Segment.PRIVATE));
        await().atMost(PATIENCE).until(() -> state(second) == WorkItem.State.WAITING);
        notOffered(second);
        ArrivalLine called = As.user(clerk, () -> counters.callNext()).orElseThrow();
        assertThat(called.id()).isEqualTo(visit.visit().id());
        assertThat(state(first)).as("still his").isEqualTo(WorkItem.State.ACCEPTED);
        notOffered(second);
        As.run(clerk, () -> counters.begin(called.id()));
        notOffered(second);
        As.run(clerk, () -> conversation.close(called.interactionId(), "ANSWERED", null));
        offered(second);
        accepts(clerk, second);
    }

    @Test
    void whoHasNobodyBeforeHimWaitsWithThoseWhoDo() throws Exception {
        String busy = own.clerk(1);
        String free = own.clerk(2);
        own.comes(own.customer(Segment.PRIVATE));
        long written = writes();
        notOffered(written);
        As.run(busy, () -> counters.callNext());
        offered(written);
        assertThat(As.user(busy, () -> offers.mine())).isEmpty();
        assertThat(As.user(free, () -> offers.mine())).extracting(WorkItems.Offer::interactionId).containsExactly(written);
    }

    @Test
    void neverAChatAndNothingWhereTheBranchDoesNotAllowIt() throws Exception {
        String clerk = own.clerk(1);
        String secret = chats.open(code(Channel.CHAT), "Chatting", null, null, "he").secret();
        chats.say(secret, UUID.randomUUID().toString(), "שלום");
        long chat = await().atMost(PATIENCE).until(() -> Optional.ofNullable(chats.standing(secret).interactionId()), Optional::isPresent).orElseThrow();
        await().atMost(PATIENCE).until(() -> item(chat).isPresent());
        notOffered(chat);

        rows.change("update branch set serves_texts = false where id = ?", own.id());
        As.run(clerk, () -> attendance.available());
        long written = writes();
        notOffered(written);
        // nor to who sits at no counter
        As.run(clerk, () -> counters.close());
        rows.change("update branch set serves_texts = true where id = ?", own.id());
        notOffered(written);
        As.run(own.greeter, () -> attendance.available());
        notOffered(written);
    }
}
