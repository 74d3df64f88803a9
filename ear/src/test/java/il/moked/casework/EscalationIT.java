// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import static il.moked.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.casework.CaseEscalation.Kind;
import il.moked.casework.CaseEscalation.State;
import il.moked.casework.ServiceCase.About;
import il.moked.casework.ServiceCase.Cause;
import il.moked.casework.ejb.CaseHandling;
import il.moked.casework.ejb.CaseHandling.Keeper;
import il.moked.casework.ejb.CaseHandling.NewCase;
import il.moked.casework.ejb.CaseReading;
import il.moked.casework.ejb.CaseReading.CaseDetail;
import il.moked.casework.ejb.CaseReading.ClockLine;
import il.moked.casework.ejb.CaseReading.Said;
import il.moked.casework.ejb.Escalating;
import il.moked.casework.ejb.Escalating.Asked;
import il.moked.casework.ejb.Escalating.EscalationLine;
import il.moked.casework.ejb.Escalating.NewEscalation;
import il.moked.casework.ejb.EscalationPathKeeping;
import il.moked.casework.ejb.EscalationPathKeeping.Path;
import il.moked.channel.Channel;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.interaction.AsSystem;
import il.moked.interaction.ejb.ChatSessions;
import il.moked.interaction.ejb.Conversation;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case is asked of a team, an expert or a swarm: one owner, clocks as they were, the customer told. */
@ArquillianTest
public class EscalationIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    AsSystem system;
    @Inject
    CaseHandling handling;
    @Inject
    CaseReading reading;
    @Inject
    Escalating escalating;
    @Inject
    EscalationPathKeeping paths;
    @Inject
    Cases cases;
    @Inject
    Customers customers;
    @Inject
    ChatSessions chats;
    @Inject
    Conversation conversation;
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void aPath() throws Exception {
        Awaitility.pollInSameThread();
        if (As.user("michal", () -> paths.all()).stream().noneMatch(path -> path.team().equals("service"))) {
            As.run("michal", () -> paths.keep(new Path("service", "business", 0)));
        }
    }

    private long open() throws Exception {
        long customer = system.inTransaction(() -> {
            Customer person = Customer.person("תמר", "הסלמה " + mark, null, Segment.PRIVATE, "he", Instant.now());
            customers.add(person);
            return person.id();
        });
        return As.user("dana", () -> handling.open(new NewCase(customer, new About(ServiceCase.Kind.FAULT, null, "תקלה " + mark, "", null, null), null, null)));
    }

    private static NewEscalation asking(Kind kind, String... people) {
        return new NewEscalation(kind, List.of(people), "צריך מומחה", null, true);
    }

    private CaseDetail detail(long id) throws Exception {
        return As.user("michal", () -> reading.get(id));
    }

    private EscalationLine newest(long id) throws Exception {
        return As.user("michal", () -> escalating.ofCase(id)).get(0);
    }

    private String owner(long id) throws Exception {
        return detail(id).line().ownerName();
    }

    private List<CaseEvent.Kind> steps(long id) {
        return system.inTransaction(() -> cases.events(id, 100).stream().map(CaseEvent::kind).toList());
    }

    private boolean asked(String user, long id) throws Exception {
        return As.user(user, () -> escalating.askedOfMe(0, 100)).rows().stream().map(Asked::line).anyMatch(line -> line.id() == id);
    }

    @Test
    void anExpertOwnsItOnceHeAcceptsAndGivesItBackWithAnAnswer() throws Exception {
        long id = open();
        List<ClockLine> before = detail(id).current();
        long asked = As.user("dana", () -> escalating.escalate(id, null, asking(Kind.EXPERT, "yossi")));
        assertThat(owner(id)).as("until he accepts").isEqualTo("dana");
        assertThat(asked("yossi", id)).isTrue();
        assertThat(asked("noa", id)).isFalse();
        refused("casework.escalated", () -> As.run("dana", () -> escalating.escalate(id, null, asking(Kind.EXPERT, "noa"))));
        refused("casework.not-asked", () -> As.run("noa", () -> escalating.accept(asked)));
        As.run("yossi", () -> escalating.accept(asked));
        assertThat(owner(id)).isEqualTo("yossi");
        refused("casework.escalation-over", () -> As.run("yossi", () -> escalating.accept(asked)));
        refused("shared.field-missing", () -> As.run("yossi", () -> escalating.giveBack(asked, " ")));
        As.run("yossi", () -> escalating.giveBack(asked, "להחליף כבל"));
        assertThat(owner(id)).isEqualTo("dana");
        assertThat(detail(id).notes()).extracting(CaseReading.NoteLine::text).containsExactly("להחליף כבל");
        assertThat(newest(id).state()).isEqualTo(State.RETURNED);
        assertThat(asked("yossi", id)).isFalse();
        assertThat(steps(id)).contains(CaseEvent.Kind.ESCALATED, CaseEvent.Kind.ESCALATION_ACCEPTED, CaseEvent.Kind.ESCALATION_RETURNED);
        assertThat(detail(id).current()).extracting(ClockLine::startedAt, ClockLine::due).as("clocks know nothing of it").isEqualTo(before.stream().map(clock -> org.assertj.core.groups.Tuple.tuple(clock.startedAt(), clock.due())).toList());
        assertThat(system.inTransaction(() -> entities.createQuery("select count(a) from AuditEntry a where a.subject = 'case' and a.subjectId = :id and a.action like 'casework.escalat%'", Long.class).setParameter("id", id).getSingleResult())).isEqualTo(3);
    }

    @Test
    void theNextTeamOwnsItWithTheClocksAsTheyWere() throws Exception {
        long id = open();
        List<ClockLine> before = detail(id).current();
        assertThat(As.user("dana", () -> escalating.ways(id)).next("en")).isEqualTo("Business");
        refused("casework.wished-by", () -> As.run("dana", () -> escalating.escalate(id, null, new NewEscalation(Kind.TIER, List.of(), "x", Instant.now().minusSeconds(60), true))));
        long asked = As.user("dana", () -> escalating.escalate(id, null, new NewEscalation(Kind.TIER, List.of(), "דחוף", Instant.now().plusSeconds(3600), true)));
        assertThat(detail(id).line().teamCode()).isEqualTo("business");
        assertThat(owner(id)).isNull();
        assertThat(detail(id).watchers()).extracting(CaseReading.Watcher::englishName).as("who asked hears of it").contains("Dana Levi");
        assertThat(newest(id).toldBy()).as("without a conversation there is no way to tell him").isNull();
        assertThat(detail(id).current()).extracting(ClockLine::target).isEqualTo(before.stream().map(ClockLine::target).toList());
        assertThat(detail(id).current()).extracting(ClockLine::due).isEqualTo(before.stream().map(ClockLine::due).toList());
        As.run("dana", () -> escalating.end(asked));
        assertThat(owner(id)).as("taken back before anybody took it").isEqualTo("dana");
        As.user("dana", () -> escalating.escalate(id, null, asking(Kind.TIER)));
        As.run("michal", () -> handling.assign(id, null, new Keeper("noa", null)));
        assertThat(newest(id).state()).as("it was given to somebody else").isEqualTo(State.ENDED);
        As.run("michal", () -> handling.assign(id, null, new Keeper(null, "business")));
        refused("casework.no-path", () -> As.run("dana", () -> escalating.escalate(id, null, asking(Kind.TIER))));
    }

    @Test
    void aSwarmHelpsTheOwnerUntilTheLastHasAnswered() throws Exception {
        long id = open();
        long asked = As.user("dana", () -> escalating.escalate(id, null, asking(Kind.SWARM, "yossi", "noa")));
        assertThat(owner(id)).isEqualTo("dana");
        assertThat(detail(id).watchers()).extracting(CaseReading.Watcher::englishName).contains("Yossi Mizrahi", "Noa Barak");
        assertThat(asked("noa", id)).isTrue();
        As.run("noa", () -> escalating.giveBack(asked, "לא אצלנו"));
        assertThat(asked("noa", id)).isFalse();
        assertThat(newest(id).state()).isEqualTo(State.ACCEPTED);
        As.run("yossi", () -> escalating.giveBack(asked, "אצלנו"));
        assertThat(newest(id).state()).isEqualTo(State.RETURNED);
        As.user("dana", () -> escalating.escalate(id, null, asking(Kind.SWARM, "yossi")));
        As.run("dana", () -> handling.close(id, null, Cause.FIXED, ""));
        assertThat(newest(id).state()).as("what is closed is asked of nobody").isEqualTo(State.ENDED);
        assertThat(asked("yossi", id)).isFalse();
        refused("casework.state", () -> As.run("dana", () -> escalating.escalate(id, null, asking(Kind.SWARM, "yossi"))));
    }

    @Test
    void theCustomerIsToldAndThatIsNoAnswer() throws Exception {
        ChatSessions.Opened chat = chats.open("chat", "אורח", "e-" + UUID.randomUUID() + "@example.org", null, "he");
        chats.say(chat.secret(), "1", "אין קו " + mark);
        await().atMost(PATIENCE).until(() -> chats.standing(chat.secret()).interactionId() != null);
        long interaction = chats.standing(chat.secret()).interactionId();
        As.run("dana", () -> conversation.takeOver(interaction));
        long customer = system.inTransaction(() -> entities.createQuery("select i.customer.id from Interaction i where i.id = :id", Long.class).setParameter("id", interaction).getSingleResult());
        long id = As.user("dana", () -> handling.open(new NewCase(customer, new About(ServiceCase.Kind.FAULT, null, "אין קו", "", null, null), interaction, null)));
        String text = As.user("dana", () -> escalating.preview(id, Kind.EXPERT)).orElseThrow();
        assertThat(text).contains(detail(id).line().number());
        As.user("dana", () -> escalating.escalate(id, null, asking(Kind.EXPERT, "yossi")));
        assertThat(newest(id).toldBy()).isEqualTo(Channel.CHAT);
        assertThat(detail(id).messages()).filteredOn(Said::automatic).extracting(Said::text).containsExactly(text);
        assertThat(detail(id).current().stream().filter(clock -> clock.metric() == SlaMetric.FIRST_RESPONSE).findFirst().orElseThrow().status()).isEqualTo(SlaState.Status.RUNNING);
        assertThat(steps(id)).contains(CaseEvent.Kind.CUSTOMER_TOLD);
    }
}
