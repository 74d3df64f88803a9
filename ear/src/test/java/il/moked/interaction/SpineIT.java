// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.EachDatabase;
import il.moked.agent.AwayReason;
import il.moked.agent.EmptyLine;
import il.moked.agent.ejb.Attendance;
import il.moked.card.ejb.CustomerCards;
import il.moked.channel.Inbox;
import il.moked.channel.ejb.DeadLetters;
import il.moked.channel.ejb.Reception;
import il.moked.customer.Identification;
import il.moked.interaction.ejb.ChatSessions;
import il.moked.interaction.ejb.Conversation;
import il.moked.interaction.ejb.ConversationReading;
import il.moked.interaction.ejb.Drafting;
import il.moked.routing.WorkItems;
import il.moked.routing.ejb.Offers;
import il.moked.shared.BusinessException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A contact's way from the door to the answered conversation, in the real server. */
@EachDatabase
@ArquillianTest
public class SpineIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> AGENTS = List.of("dana", "yossi");

    @Inject
    Reception reception;
    @Inject
    ChatSessions chats;
    @Inject
    Attendance attendance;
    @Inject
    Offers offers;
    @Inject
    Conversation conversation;
    @Inject
    ConversationReading reading;
    @Inject
    Drafting drafting;
    @Inject
    CustomerCards cards;
    @Inject
    DeadLetters deadLetters;
    @Inject
    EmptyLine line;

    /** What another test left waiting would be offered in place of what this one sends. */
    @BeforeEach
    void clearTheLine() throws Exception {
        line.servedBy(AGENTS);
    }

    @AfterEach
    void everybodyGoesHome() throws Exception {
        line.allGoHome(AGENTS);
    }

    private String sendForm(String email, String topic, String text) {
        String reference = Reference.next();
        FormSubmission form = new FormSubmission(reference, "Test", email, null, null, topic, text, "he", List.of());
        assertThat(reception.receive("form", reference, email, form.bytes())).isTrue();
        return reference;
    }

    private long acceptOffer(String agent, String topic) throws Exception {
        return As.user(agent, () -> {
            WorkItems.Offer offer = await().atMost(PATIENCE).until(() -> offers.mine().stream().filter(mine -> mine.subject().equals(topic)).findFirst(), java.util.Optional::isPresent).orElseThrow();
            return offers.accept(offer.workItemId());
        });
    }

    private void comes(String agent) throws Exception {
        As.run(agent, attendance::available);
    }

    @Test
    void aFormIsOfferedToAFreeAgentWhoAnswersIt() throws Exception {
        comes("dana");
        String topic = "topic " + UUID.randomUUID();
        sendForm("customer01@example.co.il", topic, "שלום, יש לי שאלה");
        long interaction = acceptOffer("dana", topic);
        As.run("dana", () -> {
            assertThat(cards.of(interaction).identification()).isEqualTo(Identification.CONTACT_POINT);
            Drafting.Writing draft = drafting.open(interaction);
            drafting.save(interaction, draft.composition(), Draft.Mode.REPLY, "תשובה");
            conversation.reply(interaction, draft.composition(), "תשובה");
            conversation.reply(interaction, draft.composition(), "תשובה");
            List<ConversationReading.Entry> entries = reading.entries(interaction, Integer.MAX_VALUE, Set.of()).rows();
            assertThat(entries.stream().filter(entry -> entry instanceof ConversationReading.Said said && said.text().equals("תשובה"))).as("sent once").hasSize(1);
            await().atMost(PATIENCE).until(() -> reading.entries(interaction, Integer.MAX_VALUE, Set.of()).rows().stream()
                    .anyMatch(entry -> entry instanceof ConversationReading.Said said && said.text().equals("תשובה") && said.delivery() == Message.Delivery.ACCEPTED));
        });
    }

    @Test
    void theSameFormSentAgainIsOneConversation() throws Exception {
        String reference = Reference.next();
        byte[] form = new FormSubmission(reference, null, "customer02@example.co.il", null, null, "once", "text", "he", List.of()).bytes();
        assertThat(reception.receive("form", reference, "customer02@example.co.il", form)).isTrue();
        assertThat(reception.receive("form", reference, "customer02@example.co.il", form)).isFalse();
    }

    @Test
    void anUnansweredOfferGoesToTheNextAgentWithItsAge() throws Exception {
        comes("dana");
        String topic = "missed " + UUID.randomUUID();
        sendForm("customer03@example.co.il", topic, "text");
        var first = As.user("dana", () -> await().atMost(PATIENCE).until(() -> offers.mine().stream().filter(mine -> mine.subject().equals(topic)).findFirst(), java.util.Optional::isPresent).orElseThrow());
        comes("yossi");
        var second = As.user("yossi", () -> await().atMost(PATIENCE).until(() -> offers.mine().stream().filter(mine -> mine.subject().equals(topic)).findFirst(), java.util.Optional::isPresent).orElseThrow());
        assertThat(second.waitingSince()).isEqualTo(first.waitingSince());
        As.run("dana", () -> {
            assertThat(attendance.mine().awayReason()).isEqualTo(AwayReason.MISSED_OFFER);
            assertThat(attendance.mine().usedCapacity()).isZero();
            assertThatThrownBy(() -> offers.accept(first.workItemId())).isInstanceOf(BusinessException.class);
        });
        As.run("yossi", () -> offers.accept(second.workItemId()));
    }

    @Test
    void aChatLineReachesTheAgentAndTheAnswerTheVisitor() throws Exception {
        comes("dana");
        ChatSessions.Opened chat = chats.open("chat", "אורח", "customer04@example.co.il", null, "he");
        String line = "שורה " + UUID.randomUUID();
        chats.say(chat.secret(), "1", line);
        chats.say(chat.secret(), "1", line);
        long interaction = acceptOffer("dana", line);
        As.run("dana", () -> conversation.reply(interaction, drafting.open(interaction).composition(), "מה שלומך"));
        assertThat(chats.linesAfter(chat.secret(), 0)).extracting(ChatSessions.Line::text).containsExactly(line, "מה שלומך");
        chats.say(chat.secret(), "2", "תודה");
        await().atMost(PATIENCE).until(() -> chats.linesAfter(chat.secret(), 2), lines -> lines.size() == 1);
        As.run("dana", () -> conversation.close(interaction, "ANSWERED", null));
        assertThat(chats.standing(chat.secret()).closed()).isTrue();
        chats.say(chat.secret(), "3", "עוד משהו");
        await().atMost(PATIENCE).until(() -> chats.standing(chat.secret()), standing -> !standing.closed());
    }

    @Test
    void twoAgentsNeverHoldOneItem() throws Exception {
        comes("dana");
        comes("yossi");
        String topic = "race " + UUID.randomUUID();
        sendForm("customer05@example.co.il", topic, "text");
        long interaction = acceptOffer(await().atMost(PATIENCE).until(() -> offeredTo(topic), java.util.Objects::nonNull), topic);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Boolean>> results = AGENTS.stream().map(agent -> threads.submit((Callable<Boolean>) () -> {
                start.await();
                return As.user(agent, () -> {
                    conversation.takeOver(interaction);
                    return true;
                });
            })).toList();
            start.countDown();
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        boolean dana = As.user("dana", () -> reading.head(interaction).mine());
        boolean yossi = As.user("yossi", () -> reading.head(interaction).mine());
        assertThat(dana).isNotEqualTo(yossi);
        assertThat(usedBy("dana")).as("capacity taken is the weight of the work held").isEqualTo(heldBy("dana"));
        assertThat(usedBy("yossi")).isEqualTo(heldBy("yossi"));
    }

    private int usedBy(String agent) throws Exception {
        return As.user(agent, () -> attendance.mine().usedCapacity());
    }

    private int heldBy(String agent) throws Exception {
        return As.user(agent, () -> reading.mine().stream().mapToInt(line -> line.channel().weight()).sum() + offers.mine().stream().mapToInt(offer -> offer.channel().weight()).sum());
    }

    private String offeredTo(String topic) throws Exception {
        for (String agent : AGENTS) {
            if (As.user(agent, () -> offers.mine().stream().anyMatch(offer -> offer.subject().equals(topic)))) {
                return agent;
            }
        }
        return null;
    }

    @Test
    void onlyTheOwnerWritesToTheCustomer() throws Exception {
        comes("dana");
        String topic = "owner " + UUID.randomUUID();
        sendForm("customer06@example.co.il", topic, "text");
        long interaction = acceptOffer("dana", topic);
        As.run("yossi", () -> {
            String composition = drafting.open(interaction).composition();
            drafting.save(interaction, composition, Draft.Mode.REPLY, "not mine");
            assertThatThrownBy(() -> conversation.reply(interaction, composition, "not mine")).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo("interaction.not-owner"));
            assertThat(drafting.open(interaction).text()).as("the draft is kept").isEqualTo("not mine");
            conversation.takeOver(interaction);
            conversation.reply(interaction, composition, "now mine");
        });
    }

    @Test
    void nobodyWithoutARoleGetsIn() {
        assertThatThrownBy(() -> offers.mine()).isInstanceOf(jakarta.ejb.EJBAccessException.class);
        assertThatThrownBy(() -> reading.mine()).isInstanceOf(jakarta.ejb.EJBAccessException.class);
    }

    @Test
    void anUnreadableFormEndsAmongTheDeadLettersAndBlocksNobody() throws Exception {
        String id = UUID.randomUUID().toString();
        assertThat(reception.receive("form", id, "poison", "this is not JSON".getBytes())).isTrue();
        As.run("admin", () -> {
            Inbox.DeadLine dead = await().atMost(PATIENCE).until(() -> deadLetters.list(null, 100).rows().stream().filter(line -> line.externalId().equals(id)).findFirst(), java.util.Optional::isPresent).orElseThrow();
            assertThat(dead.failure()).contains("Json");
            assertThat(new String(deadLetters.raw(dead.id()))).isEqualTo("this is not JSON");
            assertThatThrownBy(() -> deadLetters.discard(dead.id(), " ")).isInstanceOf(BusinessException.class);
            deadLetters.discard(dead.id(), "not ours");
            assertThat(deadLetters.list(null, 100).rows()).noneMatch(line -> line.id() == dead.id());
        });
    }
}
