// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import il.moked.AnyDatabase;
import il.moked.As;
import il.moked.Rows;
import il.moked.channel.Channel;
import il.moked.channel.ejb.Reception;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.CustomerFacts.Fact;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.customer.SegmentRule;
import il.moked.customer.SegmentRules;
import il.moked.customer.SegmentRulesText;
import il.moked.customer.ejb.FactKeeping;
import il.moked.interaction.AsSystem;
import il.moked.interaction.FormSubmission;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Reference;
import il.moked.routing.RoutingRules.LineRule;
import il.moked.routing.RoutingRules.Target;
import il.moked.routing.RuleVersion.Kind;
import il.moked.routing.ejb.RuleTrial;
import il.moked.routing.ejb.Rules;
import il.moked.shared.BusinessException;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From what is known of a customer to the queue he waits in: rules are changed while the server runs, tried, and taken back. */
@AnyDatabase
@ArquillianTest
public class SegmentRulesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    AsSystem system;
    @Inject
    Rows rows;
    @Inject
    Customers customers;
    @Inject
    Interactions interactions;
    @Inject
    Reception reception;
    @Inject
    FactKeeping keeping;
    @Inject
    Rules rules;
    @Inject
    RuleTrial trial;
    @Inject
    ActiveRules active;
    @Inject
    WorkItems workItems;
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private int routingBefore;
    private int segmentBefore;

    /** A contact as it came to the line. */
    private record Admitted(String reference, Segment segment, String queue, Duration target, Instant since, Instant late, Instant due) {
    }

    @BeforeEach
    void rulesAsTheyAre() throws Exception {
        Awaitility.pollInSameThread();
        routingBefore = As.user("admin", () -> rules.active(Kind.ROUTING)).number();
        segmentBefore = As.user("admin", () -> rules.active(Kind.SEGMENT)).number();
    }

    @AfterEach
    void rulesAsTheyWere() throws Exception {
        As.run("admin", () -> {
            for (Kind kind : List.of(Kind.ROUTING, Kind.SEGMENT)) {
                int before = kind == Kind.ROUTING ? routingBefore : segmentBefore;
                rules.draft(kind).ifPresent(draft -> rules.discard(kind, draft.revision()));
                if (rules.active(kind).number() != before) {
                    rules.rollBack(kind, before, "after the test");
                }
            }
        });
        seen(Kind.ROUTING);
        seen(Kind.SEGMENT);
        // what came for the rules waits for nobody
        rows.change("update work_item set state = 'DONE' where state in ('SCHEDULED', 'WAITING', 'OFFERED')");
        rows.change("update interaction set state = 'CLOSED', closed_at = ?, waiting_since = null where state = 'OPEN' and owner_id is null", Instant.now());
    }

    /** Until this node goes by the rules in force: some seconds, without being started again. */
    private void seen(Kind kind) throws Exception {
        int number = As.user("admin", () -> rules.active(kind)).number();
        await().atMost(PATIENCE).until(() -> system.inTransaction(() -> (kind == Kind.ROUTING ? active.routing().version() : active.segments().version()) == number));
    }

    private Rules.Edition putInForce(Kind kind, String content) throws Exception {
        Rules.Edition now = As.user("admin", () -> {
            Rules.Edition draft = rules.save(kind, null, rules.active(kind).number(), content, "test " + mark);
            return rules.activate(kind, draft.revision());
        });
        seen(kind);
        return now;
    }

    private Customer company(String name) {
        return system.inTransaction(() -> {
            Customer company = Customer.company(name + " " + mark, null, "he", Instant.now());
            company.reachableBy(ContactPoint.Kind.EMAIL, address(name), address(name), true, Instant.now());
            customers.add(company);
            return company;
        });
    }

    private String address(String name) {
        return name + "-" + mark + "@example.org";
    }

    private Segment segmentOf(Customer customer) {
        return system.inTransaction(() -> customers.get(customer.id()).segment());
    }

    private Admitted writes(String name) throws Exception {
        String reference = Reference.next();
        assertThat(reception.receive("form", reference, address(name), new FormSubmission(reference, name, address(name), null, null, "subject " + mark, "text", "he", List.of()).bytes())).isTrue();
        return await().atMost(PATIENCE).until(() -> system.inTransaction(() -> interactions.findByReference(reference).map(Interaction::id).flatMap(workItems::look)
                .map(item -> new Admitted(reference, item.segment(), workItems.codeOf(item.queueId()), item.target(), item.waitingSince(), item.lateAt(), item.dueAt())).orElse(null)), admitted -> admitted != null);
    }

    private FactKeeping.Known known(Customer customer, Map<Fact, Long> facts) throws Exception {
        return As.user("crm", () -> keeping.set(customer.id(), facts));
    }

    private String largeToBusiness() throws Exception {
        RoutingRules now = RoutingRulesText.read(1, As.user("admin", () -> rules.active(Kind.ROUTING)).content());
        List<LineRule> lines = new ArrayList<>(now.lines());
        lines.add(0, new LineRule("large " + mark, Set.of(Channel.FORM), null, Set.of(Segment.LARGE_BUSINESS), null, null, "business", List.of()));
        List<Target> targets = new ArrayList<>(now.targets());
        targets.add(new Target(Segment.LARGE_BUSINESS, "business", Channel.FORM, Duration.ofSeconds(77), TargetHours.CLOCK));
        return RoutingRulesText.write(new RoutingRules(1, lines, targets, now.formulas(), now.relaxation(), now.relaxations(), now.weights(), now.floor(), now.fairness(), now.timing(), now.hours()));
    }

    private String tinyAreGold() {
        List<SegmentRule> changed = new ArrayList<>(SegmentRules.DEFAULT.rules());
        changed.add(0, new SegmentRule("tiny " + mark, List.of(new SegmentRule.IsKind(Customer.Kind.COMPANY), new SegmentRule.AtMost(Fact.EMPLOYEES, 3)), Segment.VIP));
        return SegmentRulesText.write(new SegmentRules(1, changed));
    }

    private List<String> audited(String subject, Long id) {
        return system.inTransaction(() -> entities.createQuery("select a.actor || ' ' || a.action || ' ' || coalesce(a.detail, '') from AuditEntry a where a.subject = :subject and a.subjectId = :id order by a.id", String.class)
                .setParameter("subject", subject).setParameter("id", id).getResultList());
    }

    @Test
    void whatIsKnownChoosesTheSegmentAndThatTheQueueAndTheTarget() throws Exception {
        Customer company = company("steel");
        FactKeeping.Known small = known(company, Map.of(Fact.EMPLOYEES, 12L));
        assertThat(small.segment()).isEqualTo(Segment.SMALL_BUSINESS);
        assertThat(small.rule()).isEqualTo("company");
        Admitted before = writes("steel");
        assertThat(before.segment()).isEqualTo(Segment.SMALL_BUSINESS);
        assertThat(before.queue()).isEqualTo("service");

        FactKeeping.Known large = known(company, Map.of(Fact.EMPLOYEES, 80L, Fact.PRODUCTS, 4L));
        assertThat(large.segment()).isEqualTo(Segment.LARGE_BUSINESS);
        assertThat(large.rule()).isEqualTo("company-by-size");
        assertThat(segmentOf(company)).as("at once, before he makes contact").isEqualTo(Segment.LARGE_BUSINESS);
        putInForce(Kind.ROUTING, largeToBusiness());
        Admitted after = writes("steel");
        assertThat(after.segment()).isEqualTo(Segment.LARGE_BUSINESS);
        assertThat(after.queue()).isEqualTo("business");
        assertThat(after.target()).isEqualTo(Duration.ofSeconds(77));
        assertThat(after.due()).isEqualTo(after.since().plusSeconds(77));
        assertThat(audited("customer", company.id())).anyMatch(entry -> entry.startsWith("crm customer.facts-set EMPLOYEES, PRODUCTS")).anyMatch(entry -> entry.startsWith("crm customer.segment-changed SMALL_BUSINESS > LARGE_BUSINESS company-by-size"))
                .noneMatch(entry -> entry.contains("80"));

        As.run("admin", () -> rules.rollBack(Kind.ROUTING, routingBefore, null));
        seen(Kind.ROUTING);
        assertThat(writes("steel").queue()).as("the older rules again").isEqualTo("service");
        assertThat(known(company, Map.of()).segment()).as("nothing is known any more").isEqualTo(Segment.SMALL_BUSINESS);
    }

    @Test
    void aMailWaitsInBusinessHoursUnlessTheRulesSayOtherwise() throws Exception {
        company("linen");
        Admitted form = writes("linen");
        Instant expected = system.inTransaction(() -> il.moked.calendar.Calendars.israeli().add(form.since(), form.target()));
        assertThat(form.late()).isEqualTo(expected);
        assertThat(form.due()).isEqualTo(expected);
        String clock = As.user("admin", () -> rules.active(Kind.ROUTING)).content().replace("{\"channel\":\"FORM\",\"hours\":\"BUSINESS\"}", "{\"channel\":\"FORM\",\"hours\":\"CLOCK\"}");
        putInForce(Kind.ROUTING, clock);
        Admitted later = writes("linen");
        assertThat(later.late()).isEqualTo(later.since().plus(later.target()));
    }

    @Test
    void aNewVersionReachesEverybodyUntilItIsTakenBack() throws Exception {
        Customer company = company("tiny");
        known(company, Map.of(Fact.EMPLOYEES, 2L));
        assertThat(writes("tiny").segment()).isEqualTo(Segment.SMALL_BUSINESS);
        Rules.Edition now = putInForce(Kind.SEGMENT, tinyAreGold());
        await().atMost(PATIENCE).until(() -> segmentOf(company) == Segment.VIP);
        assertThat(writes("tiny").segment()).isEqualTo(Segment.VIP);
        Rules.Edition back = As.user("admin", () -> rules.rollBack(Kind.SEGMENT, segmentBefore, "no"));
        seen(Kind.SEGMENT);
        assertThat(writes("tiny").segment()).isEqualTo(Segment.SMALL_BUSINESS);
        long id = system.inTransaction(() -> entities.createQuery("select r.id from RuleVersion r where r.kind = :kind and r.number = :number", Long.class).setParameter("kind", Kind.SEGMENT).setParameter("number", now.number()).getSingleResult());
        assertThat(audited("rule-version", id)).containsExactly("admin routing.rules-drafted SEGMENT " + now.number(), "admin routing.rules-activated SEGMENT " + segmentBefore + " → " + now.number());
        assertThat(audited("customer", company.id())).anyMatch(entry -> entry.contains("SMALL_BUSINESS > VIP tiny " + mark));
        long backId = system.inTransaction(() -> entities.createQuery("select r.id from RuleVersion r where r.kind = :kind and r.number = :number", Long.class).setParameter("kind", Kind.SEGMENT).setParameter("number", back.number()).getSingleResult());
        assertThat(audited("rule-version", backId)).containsExactly("admin routing.rules-rolled-back SEGMENT " + now.number() + " → " + back.number());
    }

    @Test
    void aTrialChangesNothingAndTellsTheDifference() throws Exception {
        Customer tiny = company("atelier");
        known(tiny, Map.of(Fact.EMPLOYEES, 1L));
        Customer large = company("harbour");
        known(large, Map.of(Fact.EMPLOYEES, 300L));
        String reference = writes("atelier").reference();
        String elsewhere = writes("harbour").reference();
        long entries = auditEntries();

        RuleTrial.SegmentOutcome segments = As.user("admin", () -> trial.segments(tinyAreGold()));
        assertThat(segments.changed()).isPositive();
        assertThat(segments.moves()).anySatisfy(move -> {
            assertThat(move.from()).isEqualTo("SMALL_BUSINESS");
            assertThat(move.to()).isEqualTo("VIP");
            assertThat(move.contacts()).isPositive();
        });
        assertThat(segments.moves().stream().filter(move -> move.to().equals("VIP") && move.from().equals("SMALL_BUSINESS")).flatMap(move -> move.examples().stream())).contains(reference);
        assertThat(segments.used()).anySatisfy(use -> {
            assertThat(use.rule()).isEqualTo("tiny " + mark);
            assertThat(use.before()).isZero();
            assertThat(use.after()).isPositive();
        });
        String changed = largeToBusiness();
        RuleTrial.RoutingOutcome routing = As.user("admin", () -> trial.routing(changed));
        assertThat(routing.moves().stream().filter(move -> move.to().equals("business") && move.from().equals("service")).flatMap(move -> move.examples().stream())).contains(elsewhere);

        assertThat(segmentOf(tiny)).isEqualTo(Segment.SMALL_BUSINESS);
        assertThat(As.user("admin", () -> rules.active(Kind.SEGMENT)).number()).isEqualTo(segmentBefore);
        assertThat(As.user("admin", () -> rules.active(Kind.ROUTING)).number()).isEqualTo(routingBefore);
        assertThat(As.user("admin", () -> rules.draft(Kind.SEGMENT))).isEmpty();
        assertThat(auditEntries()).isEqualTo(entries);
        assertThat(writes("atelier").segment()).isEqualTo(Segment.SMALL_BUSINESS);
    }

    private long auditEntries() {
        return system.inTransaction(() -> entities.createQuery("select count(a) from AuditEntry a where a.subject = 'rule-version'", Long.class).getSingleResult());
    }

    @Test
    void whatIsWrongIsRefusedWithItsLineAndNothingIsKept() throws Exception {
        String wrong = tinyAreGold().replace("\"fact\":\"EMPLOYEES\",\"least\":50", "\"fact\":\"EMPLOYEES\",\"least\":\"many\"");
        refused("shared.field-not-whole", "rules[2].ranges[0].least", () -> rules.save(Kind.SEGMENT, null, 1, wrong, "x"));
        String nowhere = largeToBusiness().replace("\"queue\":\"business\",\"skills\":[]", "\"queue\":\"nowhere\",\"skills\":[]");
        refused("routing.rule-unknown-queue", "lines[0].queue", () -> rules.save(Kind.ROUTING, null, 1, nowhere, "x"));
        refused("shared.not-json-at", 2L, () -> rules.save(Kind.SEGMENT, null, 1, "{\"rules\":\n[}", "x"));
        assertThat(As.user("admin", () -> rules.draft(Kind.SEGMENT))).isEmpty();
    }

    private static void refused(String code, Object place, Runnable act) throws Exception {
        As.run("admin", () -> assertThatThrownBy(act::run).isInstanceOfSatisfying(BusinessException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.arguments().get(0)).isEqualTo(place);
        }));
    }

    @Test
    void onlyAnotherSystemSaysWhatIsKnown() throws Exception {
        Customer company = company("closed");
        As.run("dana", () -> assertThatThrownBy(() -> keeping.set(company.id(), Map.of())).isInstanceOf(EJBAccessException.class));
        As.run("michal", () -> assertThatThrownBy(() -> rules.rollBack(Kind.SEGMENT, 1, "x")).isInstanceOf(EJBAccessException.class));
        long guest = system.inTransaction(() -> {
            Customer unknown = Customer.guest("Guest", "en", Instant.now());
            customers.add(unknown);
            return unknown.id();
        });
        As.run("crm", () -> assertThatThrownBy(() -> keeping.set(guest, Map.of(Fact.MARKED, 1L))).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo("customer.guest-facts")));
    }
}
