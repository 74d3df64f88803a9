// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import static il.moked.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.casework.CaseCondition.Field;
import il.moked.casework.CaseCondition.Operator;
import il.moked.casework.CaseRuleFiring.Deed;
import il.moked.casework.CaseRuleFiring.Outcome;
import il.moked.casework.ServiceCase.About;
import il.moked.casework.ServiceCase.Severity;
import il.moked.casework.ServiceCase.State;
import il.moked.casework.ejb.BulkHandling;
import il.moked.casework.ejb.BulkHandling.Chosen;
import il.moked.casework.ejb.CaseAct;
import il.moked.casework.ejb.CaseHandling;
import il.moked.casework.ejb.CaseHandling.NewCase;
import il.moked.casework.ejb.CaseReading;
import il.moked.casework.ejb.CaseReading.CaseDetail;
import il.moked.casework.ejb.CaseReading.Said;
import il.moked.casework.ejb.MacroKeeping;
import il.moked.casework.ejb.MacroKeeping.Macro;
import il.moked.casework.ejb.MacroRunning;
import il.moked.casework.ejb.RuleKeeping;
import il.moked.casework.ejb.RuleKeeping.Firing;
import il.moked.casework.ejb.RuleKeeping.Tried;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.interaction.AsSystem;
import il.moked.interaction.ejb.ChatSessions;
import il.moked.interaction.ejb.Conversation;
import il.moked.interaction.ejb.Drafting;
import il.moked.shared.Page;
import il.moked.shared.StaleVersionException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules and macros of cases in the running server. Each rule looks only at cases of its own test, and rests when that is over. */
@ArquillianTest
public class CaseRulesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    AsSystem system;
    @Inject
    CaseHandling handling;
    @Inject
    CaseReading reading;
    @Inject
    BulkHandling bulk;
    @Inject
    RuleKeeping keeping;
    @Inject
    MacroKeeping macros;
    @Inject
    MacroRunning running;
    @Inject
    Cases cases;
    @Inject
    CaseRules rules;
    @Inject
    Customers customers;
    @Inject
    StaffUsers users;
    @Inject
    ChatSessions chats;
    @Inject
    Conversation conversation;
    @Inject
    Drafting drafting;
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final List<Long> made = new ArrayList<>();

    @BeforeEach
    void here() {
        Awaitility.pollInSameThread();
    }

    @AfterEach
    void rest() throws Exception {
        for (long id : made) {
            // whoever fires it just now changes it, too
            await().atMost(PATIENCE).ignoreException(StaleVersionException.class).until(() -> As.user("michal", () -> {
                keeping.activate(id, keeping.get(id).version(), false);
                return true;
            }));
        }
    }

    private CaseRuleContent content(CaseTrigger trigger, Integer hours, List<CaseCondition> more, CaseAction... actions) {
        List<CaseCondition> conditions = new ArrayList<>(more);
        conditions.add(new CaseCondition(Field.TEXT, Operator.CONTAINS, mark));
        return new CaseRuleContent("כלל " + mark, "Rule " + mark, trigger, hours, false, conditions, List.of(actions));
    }

    private long rule(CaseTrigger trigger, Integer hours, List<CaseCondition> more, CaseAction... actions) throws Exception {
        long id = As.user("michal", () -> keeping.keep(null, 0, content(trigger, hours, more, actions)));
        made.add(id);
        As.run("michal", () -> keeping.activate(id, keeping.get(id).version(), true));
        return id;
    }

    private static CaseAction act(CaseAction.Kind kind, String value) {
        return CaseAction.of(kind, value);
    }

    private static CaseCondition severity(Severity severity) {
        return new CaseCondition(Field.SEVERITY, Operator.IS, severity.name());
    }

    private long customer() {
        return system.inTransaction(() -> {
            Customer person = Customer.person("תמר", "כללים " + mark, null, Segment.VIP, "he", Instant.now());
            customers.add(person);
            return person.id();
        });
    }

    private About about(Severity severity) {
        return new About(ServiceCase.Kind.FAULT, severity, "הַנַּתָּב תקוע " + mark, "", null, null);
    }

    private long open(Severity severity) throws Exception {
        long customer = customer();
        return As.user("dana", () -> handling.open(new NewCase(customer, about(severity), null, null)));
    }

    /** Opened that long ago. */
    private long old(Duration ago) {
        long customer = customer();
        return system.inTransaction(() -> {
            StaffUser dana = users.findByName("dana").orElseThrow();
            Instant then = Instant.now().minus(ago);
            ServiceCase it = new ServiceCase(cases.nextNumber(), customer, about(Severity.NORMAL), dana.team().orElseThrow(), new SlaTerms(SlaTerms.Source.DEFAULT, null, null, null, "always"), null, "dana", then, then);
            cases.add(it);
            return it.id();
        });
    }

    private CaseDetail detail(long id) throws Exception {
        return As.user("dana", () -> reading.get(id));
    }

    private List<Firing> firings(long ruleId) throws Exception {
        return As.user("michal", () -> keeping.firings(ruleId, null, 100)).rows();
    }

    private void settled() {
        await().atMost(PATIENCE).until(() -> system.inTransaction(() -> rules.casesDue(Instant.now(), 1).isEmpty()));
    }

    @Test
    void aRuleDoesWhatItSaysOnceAndTellsWhy() throws Exception {
        long id = rule(CaseTrigger.OPENED, null, List.of(new CaseCondition(Field.SEGMENT, Operator.IS, "VIP"), new CaseCondition(Field.TEXT, Operator.CONTAINS, "נתב תקוע"), new CaseCondition(Field.SEVERITY, Operator.AT_LEAST, "HIGH")),
                act(CaseAction.Kind.TEAM, "sales"), act(CaseAction.Kind.SEVERITY, "CRITICAL"), act(CaseAction.Kind.WATCHER, "michal"), act(CaseAction.Kind.NOTE, "לטפל ב־{number} מיד"), act(CaseAction.Kind.STATE, "REOPENED"));
        long low = open(Severity.LOW);
        long high = open(Severity.HIGH);
        await().atMost(PATIENCE).until(() -> firings(id).size() == 1);
        settled();
        Firing firing = firings(id).get(0);
        assertThat(firing.line().id()).isEqualTo(high);
        assertThat(firing.edition()).isEqualTo(1);
        assertThat(firing.checks()).allMatch(CaseCondition.Check::holds).extracting(CaseCondition.Check::actual).contains("VIP", "HIGH");
        assertThat(firing.outcome()).isEqualTo(Outcome.PARTLY);
        assertThat(firing.deeds()).extracting(Deed::refusal).containsExactly(null, null, null, null, "casework.state");
        CaseDetail detail = As.user("michal", () -> reading.get(high));
        assertThat(detail.line().teamCode()).isEqualTo("sales");
        assertThat(detail.line().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(detail.watched()).isTrue();
        assertThat(detail.notes()).singleElement().satisfies(note -> {
            assertThat(note.text()).isEqualTo("לטפל ב־" + detail.line().number() + " מיד");
            assertThat(note.author("he")).isEqualTo("כלל " + mark);
        });
        assertThat(detail.steps()).extracting(CaseReading.Step::kind).contains(CaseEvent.Kind.RULE);
        assertThat(As.user("dana", () -> keeping.firingsOf(low))).isEmpty();
        assertThat(As.user("michal", () -> keeping.firingsOf(high))).hasSize(1);
        assertThat(system.inTransaction(() -> entities.createQuery("select count(a) from AuditEntry a where a.subject = 'case' and a.subjectId = :id and a.action = 'casework.rule-fired'", Long.class).setParameter("id", high).getSingleResult())).isEqualTo(1);
    }

    @Test
    void rulesThatCallEachOtherEnd() throws Exception {
        long up = rule(CaseTrigger.SEVERITY_CHANGED, null, List.of(severity(Severity.LOW)), act(CaseAction.Kind.SEVERITY, "HIGH"));
        long down = rule(CaseTrigger.SEVERITY_CHANGED, null, List.of(severity(Severity.HIGH)), act(CaseAction.Kind.SEVERITY, "LOW"));
        long id = open(Severity.NORMAL);
        As.run("dana", () -> handling.severe(id, null, Severity.HIGH));
        await().atMost(PATIENCE).until(() -> firings(down).stream().anyMatch(firing -> firing.outcome() == Outcome.STOPPED));
        settled();
        assertThat(firings(down)).as("it led to itself").extracting(Firing::outcome).containsExactly(Outcome.STOPPED, Outcome.DONE);
        assertThat(firings(up)).extracting(Firing::outcome).containsExactly(Outcome.DONE);
    }

    @Test
    void timeRulesLookAtWhatGoesOnAndOnlyOnce() throws Exception {
        long old = old(Duration.ofHours(5));
        long fresh = old(Duration.ofMinutes(90));
        long id = rule(CaseTrigger.SINCE_OPENED, 2, List.of(), act(CaseAction.Kind.SEVERITY, "HIGH"));
        await().atMost(PATIENCE).until(() -> firings(id).size() == 1);
        assertThat(firings(id).get(0).line().id()).isEqualTo(old);
        assertThat(system.inTransaction(() -> rules.timed(fresh).stream().map(CaseRuleDue::at).toList())).containsExactly(detail(fresh).line().openedAt().plus(Duration.ofHours(2)));
        As.run("dana", () -> handling.note(old, "עוד משהו"));
        As.run("michal", () -> keeping.keep(id, keeping.get(id).version(), content(CaseTrigger.SINCE_OPENED, 1, List.of(), act(CaseAction.Kind.SEVERITY, "CRITICAL"))));
        await().atMost(PATIENCE).until(() -> firings(id).size() == 2);
        settled();
        assertThat(firings(id)).as("a new edition does nothing again to what the old one did").extracting(firing -> firing.line().id() + " " + firing.edition()).containsExactly(fresh + " 2", old + " 1");
        assertThat(As.user("michal", () -> keeping.editions(id))).extracting(RuleKeeping.Edition::number).containsExactly(2, 1);
    }

    @Test
    void aWaitForTheCustomerIsCountedFromTheLastChange() throws Exception {
        long id = rule(CaseTrigger.SINCE_STATE, 1, List.of(new CaseCondition(Field.STATE, Operator.IS, "WAITING_CUSTOMER")), act(CaseAction.Kind.STATE, "SOLVED"));
        long waiting = open(Severity.NORMAL);
        As.run("dana", () -> handling.become(waiting, null, State.WAITING_CUSTOMER));
        Instant since = system.inTransaction(() -> cases.get(waiting).stateSince());
        assertThat(system.inTransaction(() -> rules.timed(waiting).stream().filter(due -> due.ruleId() == id).map(CaseRuleDue::at).toList())).containsExactly(since.plus(Duration.ofHours(1)));
        As.run("dana", () -> handling.become(waiting, null, State.OPEN));
        As.run("dana", () -> handling.become(waiting, null, State.WAITING_CUSTOMER));
        system.inTransaction(() -> entities.createNativeQuery("update service_case set state_since = ?2 where id = ?1").setParameter(1, waiting).setParameter(2, Instant.now().minus(Duration.ofHours(3))).executeUpdate());
        As.run("dana", () -> handling.watch(waiting, true));
        await().atMost(PATIENCE).until(() -> detail(waiting).line().state() == State.SOLVED);
        assertThat(firings(id)).hasSize(1);
    }

    @Test
    void whatIsTakenBackTriggersNothing() throws Exception {
        long id = rule(CaseTrigger.STATE_CHANGED, null, List.of(), act(CaseAction.Kind.SEVERITY, "LOW"));
        long one = open(Severity.NORMAL);
        As.user("dana", () -> bulk.preview(List.of(new Chosen(one, detail(one).line().version())), new CaseAct.Become(State.SOLVED)));
        assertThat(system.inTransaction(() -> entities.createQuery("select d.id from CaseRuleDue d where d.caseId = :id and d.ruleId = :rule", Long.class).setParameter("id", one).setParameter("rule", id).getResultList())).isEmpty();
        As.run("dana", () -> handling.become(one, null, State.WAITING_THIRD_PARTY));
        await().atMost(PATIENCE).until(() -> firings(id).size() == 1);
        assertThat(detail(one).line().severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void theCustomerIsWrittenByARuleAndThatIsNoAnswer() throws Exception {
        long id = rule(CaseTrigger.OPENED, null, List.of(new CaseCondition(Field.CHANNEL, Operator.IS, "CHAT")), new CaseAction(CaseAction.Kind.MESSAGE, null, "פנייה {number} בטיפול", "Case {number} is in hand"));
        ChatSessions.Opened chat = chats.open("chat", "אורח", "r-" + UUID.randomUUID() + "@example.org", null, "he");
        chats.say(chat.secret(), "1", "אין קו " + mark);
        await().atMost(PATIENCE).until(() -> chats.standing(chat.secret()).interactionId() != null);
        long interaction = chats.standing(chat.secret()).interactionId();
        As.run("dana", () -> conversation.takeOver(interaction));
        long customer = system.inTransaction(() -> entities.createQuery("select i.customer.id from Interaction i where i.id = :id", Long.class).setParameter("id", interaction).getSingleResult());
        long one = As.user("dana", () -> handling.open(new NewCase(customer, about(null), interaction, null)));
        await().atMost(PATIENCE).until(() -> firings(id).size() == 1);
        assertThat(firings(id).get(0).outcome()).isEqualTo(Outcome.DONE);
        assertThat(detail(one).messages()).filteredOn(Said::automatic).extracting(Said::text).containsExactly("פנייה " + detail(one).line().number() + " בטיפול");
        assertThat(detail(one).current().stream().filter(clock -> clock.metric() == SlaMetric.FIRST_RESPONSE).findFirst().orElseThrow().status()).isEqualTo(SlaState.Status.RUNNING);

        long macro = As.user("michal", () -> macros.keep(new Macro(null, "service", "תשובה " + mark, "Answer " + mark, List.of(new CaseAction(CaseAction.Kind.REPLY, null, "שלום {customer}", "Dear {customer}"), act(CaseAction.Kind.STATE, "WAITING_CUSTOMER")), 0)));
        assertThat(As.user("dana", () -> running.preview(one, macro))).extracting(MacroRunning.Step::refusal).containsOnlyNulls();
        assertThat(detail(one).line().state()).as("a preview changes nothing").isEqualTo(State.OPEN);
        assertThat(As.user("dana", () -> drafting.open(interaction)).text()).isBlank();
        As.run("dana", () -> running.run(one, null, macro));
        assertThat(As.user("dana", () -> drafting.open(interaction)).text()).startsWith("שלום ");
        assertThat(detail(one).line().state()).isEqualTo(State.WAITING_CUSTOMER);
        As.run("michal", () -> macros.remove(macro, 0));
    }

    @Test
    void aMacroDoesAllOrNothingAndIsOfItsTeam() throws Exception {
        long one = open(Severity.NORMAL);
        long macro = As.user("michal", () -> macros.keep(new Macro(null, "service", "סגירה " + mark, "Closing " + mark, List.of(act(CaseAction.Kind.NOTE, "נסגר"), act(CaseAction.Kind.STATE, "REOPENED")), 0)));
        assertThat(As.user("dana", () -> running.mine())).extracting(MacroRunning.MacroLine::id).contains(macro);
        assertThat(As.user("noa", () -> running.mine())).extracting(MacroRunning.MacroLine::id).doesNotContain(macro);
        assertThat(As.user("dana", () -> running.preview(one, macro)).get(1).refusal().code()).isEqualTo("casework.state");
        refused("casework.state", () -> As.run("dana", () -> running.run(one, null, macro)));
        assertThat(detail(one).notes()).as("nothing of it").isEmpty();
        refused("casework.unknown-macro", () -> As.run("noa", () -> running.run(one, null, macro)));
        long rule = rule(CaseTrigger.OPENED, null, List.of(), act(CaseAction.Kind.MACRO, Long.toString(macro)));
        long other = open(Severity.NORMAL);
        await().atMost(PATIENCE).until(() -> firings(rule).size() == 1);
        assertThat(firings(rule).get(0).deeds()).extracting(Deed::refusal).containsExactly(null, "casework.state");
        assertThat(detail(other).notes()).hasSize(1);
        As.run("michal", () -> macros.remove(macro, 0));
    }

    @Test
    void aDryRunTellsWhichAndWhyAndChangesNothing() throws Exception {
        long low = open(Severity.LOW);
        long high = open(Severity.HIGH);
        List<Tried> tried = As.user("michal", () -> keeping.dryRun(content(CaseTrigger.OPENED, null, List.of(severity(Severity.HIGH)), act(CaseAction.Kind.TEAM, "sales"))));
        assertThat(tried).hasSizeLessThanOrEqualTo(RuleKeeping.MOST_TRIED);
        assertThat(tried).filteredOn(Tried::matches).extracting(one -> one.line().id()).containsExactly(high);
        Tried not = tried.stream().filter(one -> one.line().id() == low).findFirst().orElseThrow();
        assertThat(not.checks()).extracting(CaseCondition.Check::holds).containsExactly(false, true);
        assertThat(not.checks().get(0).actual()).isEqualTo("LOW");
        assertThat(detail(high).line().teamCode()).isEqualTo("service");
    }

    @Test
    void whatIsWrongIsRefusedAndTheLogIsReadPageByPage() throws Exception {
        refused("casework.team", () -> As.run("michal", () -> keeping.keep(null, 0, content(CaseTrigger.OPENED, null, List.of(), act(CaseAction.Kind.TEAM, "none-such")))));
        refused("casework.unknown-user", () -> As.run("michal", () -> keeping.keep(null, 0, content(CaseTrigger.OPENED, null, List.of(), act(CaseAction.Kind.WATCHER, "none-such")))));
        refused("casework.actions", () -> content(CaseTrigger.OPENED, null, List.of()));
        refused("shared.field-range", () -> content(CaseTrigger.SINCE_STATE, null, List.of(), act(CaseAction.Kind.ESCALATE, "x")));
        long id = rule(CaseTrigger.ASSIGNED, null, List.of(), act(CaseAction.Kind.SEVERITY, "LOW"));
        assertThatThrownBy(() -> As.run("michal", () -> keeping.keep(id, 99, content(CaseTrigger.OPENED, null, List.of(), act(CaseAction.Kind.ESCALATE, "x"))))).isInstanceOf(StaleVersionException.class);
        long one = open(Severity.NORMAL);
        for (int n = 0; n < 3; n++) {
            As.run(n % 2 == 0 ? "yossi" : "dana", () -> handling.take(one, null));
        }
        await().atMost(PATIENCE).until(() -> firings(id).size() == 3);
        Page<Firing> first = As.user("michal", () -> keeping.firings(id, null, 2));
        Page<Firing> second = As.user("michal", () -> keeping.firings(id, first.rows().get(1).id(), 2));
        assertThat(first.more()).isTrue();
        assertThat(second.rows()).hasSize(1);
        assertThat(second.more()).isFalse();
    }
}
