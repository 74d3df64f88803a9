// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import static il.moked.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.Rows;
import il.moked.agent.Presence;
import il.moked.agent.ejb.Attendance;
import il.moked.branch.Arrival.State;
import il.moked.branch.ejb.ComingBack;
import il.moked.branch.ejb.CounterPanel;
import il.moked.branch.ejb.CounterWork;
import il.moked.branch.ejb.Greeting.CheckedIn;
import il.moked.branch.ejb.LastVisit;
import il.moked.branch.ejb.LeftCounters;
import il.moked.branch.ejb.PhoneHandOver;
import il.moked.branch.ejb.SeveralContacts;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.Segment;
import il.moked.interaction.AsSystem;
import il.moked.interaction.ejb.ConversationReading;
import il.moked.interaction.ejb.ChatSessions;
import il.moked.interaction.ejb.CallConnected;
import il.moked.interaction.ejb.Conversation;
import il.moked.promise.Promise;
import il.moked.promise.ejb.Promising;
import il.moked.routing.OwnLine;
import il.moked.routing.WorkItems;
import il.moked.routing.ejb.Offers;
import il.moked.routing.ejb.Reconciling;
import il.moked.shared.ejb.DomainEvents;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clerk at his counter: whom he calls, what he leaves behind, and how it goes on elsewhere. */
@ArquillianTest
public class CounterIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    DomainEvents events;
    @Inject
    AsSystem system;
    @Inject
    OwnBranch own;
    @Inject
    OwnLine telephone;
    @Inject
    CounterWork counters;
    @Inject
    CounterPanel panel;
    @Inject
    ComingBack back;
    @Inject
    LeftCounters left;
    @Inject
    PhoneHandOver phone;
    @Inject
    LastVisit visits;
    @Inject
    SeveralContacts contacts;
    @Inject
    Conversation conversation;
    @Inject
    ConversationReading reading;
    @Inject
    ChatSessions chats;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Promising promising;
    @Inject
    Offers offers;
    @Inject
    Attendance attendance;
    @Inject
    Reconciling reconciling;
    @Inject
    WorkItems workItems;
    @Inject
    Rows rows;

    @BeforeEach
    void aBranchOfItsOwn() {
        Awaitility.pollInSameThread();
        own.begin();
    }

    @AfterEach
    void nobodyIsLeftWaiting() throws Exception {
        own.end();
    }

    private CounterPanel.Panel panelOf(String clerk) throws Exception {
        return As.user(clerk, () -> panel.mine()).orElseThrow();
    }

    private ArrivalLine serves(String clerk) throws Exception {
        ArrivalLine called = As.user(clerk, () -> counters.callNext()).orElseThrow();
        return As.user(clerk, () -> counters.begin(called.id()));
    }

    private String userId(String name) throws Exception {
        return rows.text("select id from staff_user where user_name = ?", name);
    }

    @Test
    void aCounterIsHeldByOneAndRememberedByWhoSatThere() throws Exception {
        String first = own.clerk(1);
        String second = own.clerk(2);
        long held = panelOf(first).mine().id();
        refused("branch.counter-taken", () -> As.user(second, () -> {
            panel.open(held);
            return null;
        }));
        As.run(first, () -> counters.close());
        assertThat(panelOf(first).mine()).isNull();
        As.run(second, () -> panel.open(held));
        assertThat(panelOf(second).mine().number()).isEqualTo(1);
        As.run(second, () -> counters.close());
        assertThat(panelOf(second).usual()).isEqualTo(held);
        assertThat(rows.count("select count(*) from audit_entry where action = 'branch.counter-opened' and subject_id = ?", held)).isEqualTo(2);
    }

    @Test
    void oneNumberIsNeverCalledToTwoCounters() throws Exception {
        String first = own.clerk(1);
        String second = own.clerk(2);
        for (int round = 0; round < 5; round++) {
            CheckedIn visit = own.comes(own.customer(Segment.PRIVATE));
            List<String> called = together(List.of(() -> calls(first, visit), () -> calls(second, visit)));
            assertThat(called).containsExactlyInAnyOrder("called", "branch.changed");
            own.noShow(called.get(0).equals("called") ? first : second, visit.visit().id());
        }
    }

    private String calls(String clerk, CheckedIn visit) throws Exception {
        try {
            As.user(clerk, () -> counters.call(visit.visit().id()));
            return "called";
        } catch (il.moked.shared.BusinessException slower) {
            return slower.code();
        }
    }

    private static <T> List<T> together(List<Callable<T>> steps) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(steps.size());
        CountDownLatch go = new CountDownLatch(1);
        try {
            List<Future<T>> running = steps.stream().map(step -> threads.submit(() -> {
                go.await(30, TimeUnit.SECONDS);
                return step.call();
            })).toList();
            go.countDown();
            List<T> results = new java.util.ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get(60, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void whoDidNotComeAndIsThereAfterAllKeepsHisPlace() throws Exception {
        String clerk = own.clerk(1);
        CheckedIn early = own.comes(own.customer(Segment.PRIVATE));
        CheckedIn later = own.comes(own.customer(Segment.PRIVATE));
        As.run(clerk, () -> counters.callNext());
        refused("branch.call-again", () -> As.user(clerk, () -> {
            counters.noShow(early.visit().id());
            return null;
        }));
        own.noShow(clerk, early.visit().id());
        assertThat(own.state(early.visit().id())).isEqualTo("NO_SHOW");
        CounterPanel.Panel now = panelOf(clerk);
        assertThat(now.absent()).extracting(ArrivalLine::id).containsExactly(early.visit().id());
        assertThat(now.waiting()).isEqualTo(1);
        assertThat(now.next()).extracting(ArrivalLine::id).containsExactly(later.visit().id());

        As.run(own.greeter, () -> back.again(early.visit().id()));
        assertThat(rows.text("select state from work_item where interaction_id = ?", early.visit().interactionId())).isEqualTo("WAITING");
        assertThat(panelOf(clerk).next()).extracting(ArrivalLine::id).containsExactly(early.visit().id(), later.visit().id());
        assertThat(As.user(clerk, () -> counters.callNext()).orElseThrow().id()).isEqualTo(early.visit().id());
        refused("branch.changed", () -> As.user(own.greeter, () -> back.again(early.visit().id())));
        assertThat(As.user(clerk, () -> counters.begin(early.visit().id())).state()).isEqualTo(State.SERVING);
    }

    @Test
    void aCounterLeftBehindIsToldAndFreed() throws Exception {
        String clerk = own.clerk(1);
        CheckedIn visit = own.comes(own.customer(Segment.PRIVATE));
        serves(clerk);
        long counter = panelOf(clerk).mine().id();
        refused("branch.counter-not-left", () -> As.user(own.greeter, () -> {
            left.free(counter);
            return null;
        }));
        Instant longAgo = Instant.now().minus(Duration.ofMinutes(30));
        rows.change("update agent_seen set seen_at = ? where user_id = ?", longAgo, Long.valueOf(userId(clerk)));
        rows.change("update branch_counter set since = ? where id = ?", longAgo, counter);
        // the clock tells of it by itself, or this
        system.run(() -> left.tell(counter));
        assertThat(panelOf(own.greeter).left()).extracting(CounterWork.CounterLine::number).containsExactly(1);
        assertThat(panelOf(clerk).left()).as("not for who does not manage it").isEmpty();
        assertThat(rows.count("select count(*) from audit_entry where action = 'branch.counter-left' and subject_id = ?", counter)).isEqualTo(1);
        assertThat(panelOf(clerk).visit().id()).as("still his").isEqualTo(visit.visit().id());

        As.run(own.greeter, () -> left.free(counter));
        assertThat(panelOf(own.greeter).left()).isEmpty();
        assertThat(panelOf(clerk).mine()).isNull();
        assertThat(own.state(visit.visit().id())).isEqualTo("WAITING");
        assertThat(rows.count("select used_capacity from agent where user_id = ?", Long.valueOf(userId(clerk)))).isZero();
        assertThat(serves(own.clerk(2)).id()).isEqualTo(visit.visit().id());
    }

    @Test
    void anExpertIsAskedAndAnswersWhileTheCustomerSits() throws Exception {
        String clerk = own.clerk(1);
        CheckedIn visit = own.comes(own.customer(Segment.PRIVATE));
        serves(clerk);
        long talk = visit.visit().interactionId();
        long dana = Long.parseLong(userId("dana"));
        As.run(clerk, () -> conversation.consult(talk, dana, "אפשר לזכות?"));
        assertThat(As.user("dana", () -> reading.askedOfMe())).anySatisfy(asked -> assertThat(asked.interactionId()).isEqualTo(talk));
        As.run("dana", () -> conversation.note(talk, UUID.randomUUID().toString(), "כן, חודש אחד"));
        assertThat(As.user(clerk, () -> reading.head(talk)).asked()).isEmpty();
        assertThat(own.state(visit.visit().id())).isEqualTo("SERVING");
        // he stands in the branch: no other team can serve him there
        refused("branch.other-team", () -> As.user(clerk, () -> {
            conversation.handToTeam(talk, Long.parseLong(rows.text("select team_id from staff_user where user_name = 'dana'")), "x");
            return null;
        }));
        refused("interaction.spoken", () -> As.user(clerk, () -> {
            conversation.reply(talk, UUID.randomUUID().toString(), "goes nowhere");
            return null;
        }));
    }

    @Test
    void whatIsBegunAtTheCounterGoesOnByTelephone() throws Exception {
        String clerk = own.clerk(1);
        long customer = own.customer(Segment.PRIVATE);
        CheckedIn visit = own.comes(customer);
        serves(clerk);
        long talk = visit.visit().interactionId();
        String number = "+97253" + ThreadLocalRandom.current().nextInt(2_000_000, 9_999_999);
        Instant four = As.user(clerk, () -> phone.choices(talk)).moments().get(2);
        refused("branch.about", () -> As.user(clerk, () -> phone.at(talk, number, four, " ")));
        refused("branch.no-moment", () -> As.user(clerk, () -> phone.at(talk, number, null, "x")));
        refused("routing.callback-number", () -> As.user(clerk, () -> phone.at(talk, "12", four, "x")));
        refused("routing.callback-time", () -> As.user(clerk, () -> phone.at(talk, number, Instant.now().minusSeconds(60), "x")));
        refused("interaction.not-owner", () -> As.user(own.greeter, () -> phone.at(talk, number, four, "x")));
        PhoneHandOver.Agreed agreed = As.user(clerk, () -> phone.at(talk, number, four, "להשוות שני מסלולים"));
        assertThat(rows.text("select state from work_item where interaction_id = ?", agreed.interactionId())).isEqualTo("SCHEDULED");
        assertThat(rows.text("select text from promise where id = ?", agreed.promiseId())).isEqualTo("להשוות שני מסלולים");
        assertThat(rows.count("select count(*) from promise where id = ? and interaction_id = ? and kind = 'CALL'", agreed.promiseId(), talk)).isEqualTo(1);
        As.run(clerk, () -> conversation.close(talk, "ANSWERED", "ירצה להחליט אחרי השוואה"));

        // its moment has come, in a line in which nothing of other tests waits
        rows.change("update work_item set queue_id = ? where interaction_id = ?", telephone.begin().queue(), agreed.interactionId());
        rows.change("update work_item set not_before = ? where interaction_id = ?", Instant.now().minusSeconds(1), agreed.interactionId());
        await().atMost(PATIENCE).until(() -> {
            system.run(() -> reconciling.callbacksDue());
            return rows.text("select state from work_item where interaction_id = ?", agreed.interactionId()).equals("WAITING");
        });
        telephone.agent(1, Presence.OFFLINE);
        String agent = telephone.name(1);
        WorkItems.Offer offer = As.user(agent, () -> {
            attendance.available();
            return await().atMost(PATIENCE).until(() -> offers.mine().stream().filter(mine -> mine.interactionId() == agreed.interactionId()).findFirst(), Optional::isPresent).orElseThrow();
        });
        assertThat(offer.callback()).isTrue();
        As.run(agent, () -> offers.accept(offer.workItemId()));
        LastVisit.Seen seen = As.user(agent, () -> visits.of(agreed.interactionId())).orElseThrow();
        assertThat(seen.here()).isFalse();
        assertThat(seen.visit().id()).isEqualTo(visit.visit().id());
        assertThat(seen.branch("he")).contains(own.mark);
        assertThat(seen.said()).contains("להשוות שני מסלולים");
        assertThat(seen.wrapUpNote()).isEqualTo("ירצה להחליט אחרי השוואה");
        assertThat(seen.promised()).containsExactly("להשוות שני מסלולים");
        assertThat(As.user(agent, () -> reading.head(agreed.interactionId())).handedOver().why()).isEqualTo("להשוות שני מסלולים");
        // the exchange says that they talk: what was promised at the counter is done
        system.inTransaction(() -> {
            events.tell(new CallConnected(agreed.interactionId(), 0, null, Instant.now()));
            return null;
        });
        assertThat(rows.text("select proof from promise where id = ? and pending = false", agreed.promiseId())).isEqualTo("CALL");
        As.run(agent, () -> attendance.offline());
        // what becomes of the call is the exchange's business
        rows.change("update work_item set state = 'DONE' where interaction_id = ?", agreed.interactionId());
        rows.change("update interaction set state = 'CLOSED', closed_at = ?, waiting_since = null where id = ?", Instant.now(), agreed.interactionId());
    }

    @Test
    void whoServesHimInOnePlaceSeesTheOther() throws Exception {
        String clerk = own.clerk(1);
        long customer = own.customer(Segment.PRIVATE);
        CheckedIn visit = own.comes(customer);
        serves(clerk);
        long talk = visit.visit().interactionId();
        assertThat(As.user(clerk, () -> contacts.beside(talk))).isEmpty();
        String account = system.inTransaction(() -> accounts.enabled(Channel.CHAT).get(0).code());
        String secret = chats.open(account, "Chatting", null, null, "he").secret();
        chats.say(secret, UUID.randomUUID().toString(), "אני גם כאן");
        long chat = await().atMost(PATIENCE).until(() -> Optional.ofNullable(chats.standing(secret).interactionId()), Optional::isPresent).orElseThrow();
        await().atMost(PATIENCE).until(() -> system.inTransaction(() -> workItems.look(chat).isPresent()));
        // it turned out who he is
        rows.change("update interaction set customer_id = ? where id = ?", customer, chat);
        rows.change("update work_item set customer_id = ? where interaction_id = ?", customer, chat);
        As.run("dana", () -> conversation.takeOver(chat));
        List<SeveralContacts.Beside> atTheCounter = As.user(clerk, () -> contacts.beside(talk));
        assertThat(atTheCounter).hasSize(1);
        assertThat(atTheCounter.get(0).channel()).isEqualTo(Channel.CHAT);
        assertThat(atTheCounter.get(0).agent("en")).isEqualTo("Dana Levi");
        List<SeveralContacts.Beside> inChat = As.user("dana", () -> contacts.beside(chat));
        assertThat(inChat.get(0).counter()).isEqualTo(1);
        assertThat(inChat.get(0).branch("he")).contains(own.mark);
        As.run("dana", () -> promising.give(new Promising.NewPromise(customer, chat, null, Promise.Kind.SEND, "לשלוח חוזה", null, Instant.now().plus(Duration.ofDays(1)), Promising.Keeper.GIVER)));
        As.run("dana", () -> conversation.close(chat, "ANSWERED", null));
        assertThat(As.user(clerk, () -> contacts.beside(talk))).isEmpty();
    }
}
