// SPDX-License-Identifier: Apache-2.0
package il.moked.offer;

import static il.moked.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.channel.Channel;
import il.moked.customer.Consent;
import il.moked.customer.Consents;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.CustomerAlert;
import il.moked.customer.CustomerFacts.Fact;
import il.moked.customer.Customers;
import il.moked.customer.KnownFacts;
import il.moked.customer.Quintiles;
import il.moked.customer.Segment;
import il.moked.customer.SegmentPass;
import il.moked.customer.SegmentRule;
import il.moked.customer.SegmentRules;
import il.moked.customer.SegmentRulesText;
import il.moked.customer.ejb.FactKeeping;
import il.moked.customer.ejb.Resegmenting;
import il.moked.customer.ejb.SegmentCounting;
import il.moked.interaction.AsSystem;
import il.moked.offer.OfferOutcome.Answer;
import il.moked.offer.OfferOutcome.Kind;
import il.moked.offer.OfferOutcome.Occasion;
import il.moked.offer.OfferOutcome.Refusal;
import il.moked.offer.Why.Code;
import il.moked.offer.ejb.LeadHandling;
import il.moked.offer.ejb.OfferAnswering;
import il.moked.offer.ejb.OfferKeeping;
import il.moked.offer.ejb.Recommending;
import il.moked.offer.ejb.Recommending.Asked;
import il.moked.offer.ejb.Recommending.Recommended;
import il.moked.order.Purchase;
import il.moked.order.Purchases;
import il.moked.order.ejb.Purchased;
import il.moked.promise.Promise;
import il.moked.routing.RuleVersion;
import il.moked.routing.ejb.Rules;
import il.moked.shared.Money;
import il.moked.shared.NotFoundException;
import il.moked.shared.StaleVersionException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From what customers buy to the segment they are of, from there to what is offered to them, and to what they answer. */
@ArquillianTest
public class OfferIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    AsSystem system;
    @Inject
    Customers customers;
    @Inject
    KnownFacts facts;
    @Inject
    Quintiles quintiles;
    @Inject
    FactKeeping keeping;
    @Inject
    Consents consents;
    @Inject
    Purchases purchases;
    @Inject
    DomainEvents events;
    @Inject
    Rules rules;
    @Inject
    SegmentCounting counting;
    @Inject
    Resegmenting resegmenting;
    @Inject
    OfferKeeping offers;
    @Inject
    Recommending recommending;
    @Inject
    OfferAnswering answering;
    @Inject
    LeadHandling leads;
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final List<Long> written = new ArrayList<>();
    private int segmentBefore;

    @BeforeEach
    void rulesAsTheyAre() throws Exception {
        Awaitility.pollInSameThread();
        segmentBefore = As.user("admin", () -> rules.active(RuleVersion.Kind.SEGMENT)).number();
    }

    @AfterEach
    void asItWas() throws Exception {
        As.run("admin", () -> {
            written.forEach(id -> offers.pause(id, true));
            if (rules.active(RuleVersion.Kind.SEGMENT).number() != segmentBefore) {
                rules.rollBack(RuleVersion.Kind.SEGMENT, segmentBefore, "after the test");
            }
        });
    }

    private Customer person(String name) {
        return system.inTransaction(() -> {
            Customer person = Customer.person(name, mark, null, Segment.PRIVATE, "he", Instant.now());
            person.reachableBy(ContactPoint.Kind.EMAIL, name + "-" + mark + "@example.org", name, true, Instant.now());
            customers.add(person);
            return person;
        });
    }

    private void buys(Customer customer, long shekels, Duration ago) {
        system.inTransaction(() -> {
            purchases.add(new Purchase("T" + UUID.randomUUID().toString().substring(0, 12), customer.id(), Money.agorot(shekels * 100), Instant.now().minus(ago)));
            events.tell(new Purchased(customer.id()));
            return null;
        });
    }

    private Map<Fact, Long> known(Customer customer) {
        return system.inTransaction(() -> facts.of(customer.id()));
    }

    private Segment segmentOf(Customer customer) {
        return system.inTransaction(() -> customers.get(customer.id()).segment());
    }

    /** An offer to whoever is known to have so many products: nobody else of the demo is. */
    private long running(String name, long products) throws Exception {
        String content = """
                {"what":{"hebrewName":"%1$s","englishName":"%1$s","hebrewScript":"נוסח","englishScript":"Script","shekels":100,"priority":9,"firstDay":"2020-01-01"},
                 "who":{"segments":[],"ranges":[{"fact":"PRODUCTS","least":%2$d,"most":%2$d}]},
                 "goods":{"basketSkus":[],"basketCategories":[],"ownedSkus":[],"ownedCategories":[],"again":true},
                 "limits":{"channels":[],"initiative":true,"times":1,"days":30,"refusedDays":90}}""".formatted(name + " " + mark, products);
        long id = As.user("admin", () -> offers.pause(offers.create(name + "-" + mark, content).id(), false)).id();
        written.add(id);
        return id;
    }

    /** Nobody else in the database has as many. */
    private long rare() {
        return 100_000 + Math.abs(mark.hashCode() % 800_000);
    }

    private Recommended offered(Customer customer, Asked asked) throws Exception {
        return As.user("dana", () -> recommending.of(customer.id(), asked));
    }

    private boolean isOffered(Customer customer, long offer) throws Exception {
        return offered(customer, Asked.NOTHING_SPECIAL).choice().best().stream().anyMatch(verdict -> verdict.offer().id() == offer);
    }

    private List<Code> against(Customer customer, long offer, Asked asked) throws Exception {
        return offered(customer, asked).choice().others().stream().filter(verdict -> verdict.offer().id() == offer).flatMap(verdict -> verdict.against().stream()).map(Why::code).toList();
    }

    private void eventually(Callable<Boolean> holds) {
        await().atMost(PATIENCE).until(holds);
    }

    private List<String> audited(String subject, long id) {
        return system.inTransaction(() -> entities.createQuery("select a.actor || ' ' || a.action from AuditEntry a where a.subject = :subject and a.subjectId = :id order by a.id", String.class).setParameter("subject", subject).setParameter("id", id).getResultList());
    }

    @Test
    void whatHeBuysIsKnownOfHimAndNoOtherSystemWipesIt() throws Exception {
        Customer buyer = person("buyer");
        buys(buyer, 300, Duration.ofDays(400));
        buys(buyer, 250, Duration.ofDays(40));
        buys(buyer, 120, Duration.ofDays(3));
        buys(buyer, -20, Duration.ofDays(2));
        eventually(() -> known(buyer).getOrDefault(Fact.SPENT_IN_YEAR, 0L) == 350);
        assertThat(known(buyer)).containsAllEntriesOf(Map.of(Fact.DAYS_SINCE_PURCHASE, 3L, Fact.PURCHASES_IN_YEAR, 2L, Fact.SPENT_IN_YEAR, 350L));
        FactKeeping.Known told = As.user("crm", () -> keeping.set(buyer.id(), Map.of(Fact.PRODUCTS, 2L)));
        assertThat(told.facts()).containsEntry(Fact.PRODUCTS, 2L).containsEntry(Fact.PURCHASES_IN_YEAR, 2L);
        As.user("crm", () -> keeping.set(buyer.id(), Map.of()));
        assertThat(known(buyer)).containsKeys(Fact.DAYS_SINCE_PURCHASE, Fact.PURCHASES_IN_YEAR, Fact.SPENT_IN_YEAR).doesNotContainKey(Fact.PRODUCTS);
        As.run("crm", () -> refused("customer.fact-computed", () -> keeping.set(buyer.id(), Map.of(Fact.SPENT_IN_YEAR, 1_000_000L))));
        assertThat(known(buyer)).containsEntry(Fact.SPENT_IN_YEAR, 350L);
    }

    @Test
    void whoBuysIsOfAFifthOfAllWhoDo() throws Exception {
        Customer often = person("often");
        Customer alike = person("alike");
        Customer lately = person("lately");
        for (int month = 1; month <= 6; month++) {
            buys(often, 900L * month, Duration.ofDays(30L * month));
            buys(alike, 10, Duration.ofDays(30L * month));
        }
        buys(lately, 50, Duration.ZERO);
        eventually(() -> known(often).getOrDefault(Fact.PURCHASES_IN_YEAR, 0L) == 6 && known(alike).getOrDefault(Fact.PURCHASES_IN_YEAR, 0L) == 6 && known(lately).containsKey(Fact.PURCHASES_IN_YEAR));
        List<long[]> all = system.inTransaction(() -> {
            quintiles.reckon(Instant.now());
            return entities.createNativeQuery("select cast(floor(extract(epoch from last_bought_at) / 86400) as bigint), purchases, shekels from customer_behaviour").getResultStream().map(row -> {
                Object[] columns = (Object[]) row;
                return new long[] {((Number) columns[0]).longValue(), ((Number) columns[1]).longValue(), ((Number) columns[2]).longValue()};
            }).toList();
        });
        long today = Math.floorDiv(Instant.now().getEpochSecond(), 86_400);
        Map<Fact, Long> scored = known(often);
        assertThat(scored).containsEntry(Fact.FREQUENCY_SCORE, fifth(all, 1, 6)).containsEntry(Fact.MONETARY_SCORE, fifth(all, 2, 18_900));
        assertThat(known(alike)).containsEntry(Fact.FREQUENCY_SCORE, scored.get(Fact.FREQUENCY_SCORE)).containsEntry(Fact.MONETARY_SCORE, fifth(all, 2, 60));
        assertThat(known(lately)).containsEntry(Fact.RECENCY_SCORE, fifth(all, 0, today)).containsEntry(Fact.FREQUENCY_SCORE, fifth(all, 1, 1));
        buys(lately, 1_000_000, Duration.ZERO);
        eventually(() -> known(lately).get(Fact.MONETARY_SCORE) == 5);
        As.run("crm", () -> refused("customer.fact-computed", () -> keeping.set(lately.id(), Map.of(Fact.MONETARY_SCORE, 5L))));
    }

    /** As the rule says it, by counting everybody. */
    private static long fifth(List<long[]> all, int column, long number) {
        long below = all.stream().filter(row -> row[column] < number).count();
        long equal = all.stream().filter(row -> row[column] == number).count();
        return 1 + 5 * (2 * below + equal) / (2L * all.size());
    }

    @Test
    void aRuleOnPurchasesReachesEverybodyAndItsCountSaysHowMany() throws Exception {
        Customer loyal = person("loyal");
        Customer other = person("other");
        long shekels = rare();
        buys(loyal, shekels, Duration.ofDays(1));
        eventually(() -> known(loyal).getOrDefault(Fact.SPENT_IN_YEAR, 0L) == shekels);
        List<SegmentRule> changed = new ArrayList<>(SegmentRules.DEFAULT.rules());
        changed.add(0, new SegmentRule("loyal " + mark, List.of(new SegmentRule.AtLeast(Fact.SPENT_IN_YEAR, shekels), new SegmentRule.AtMost(Fact.SPENT_IN_YEAR, shekels)), Segment.VIP));
        String content = SegmentRulesText.write(new SegmentRules(1, changed));
        SegmentCounting.Count count = As.user("admin", () -> counting.count(content));
        assertThat(count.exact()).isTrue();
        assertThat(count.rules().get(0)).isEqualTo(new SegmentCounting.Counted(1, 0));
        assertThat(count.rules().stream().mapToLong(SegmentCounting.Counted::count).sum() + count.none().count()).as("every customer is decided by one rule or by none").isEqualTo(count.customers().count());
        assertThat(segmentOf(loyal)).as("counting changes nothing").isEqualTo(Segment.PRIVATE);
        As.run("admin", () -> rules.activate(RuleVersion.Kind.SEGMENT, rules.save(RuleVersion.Kind.SEGMENT, null, rules.active(RuleVersion.Kind.SEGMENT).number(), content, "test " + mark).revision()));
        eventually(() -> segmentOf(loyal) == Segment.VIP);
        eventually(() -> As.user("admin", () -> resegmenting.progress().orElseThrow()).state() == SegmentPass.State.DONE);
        Resegmenting.Progress pass = As.user("admin", () -> resegmenting.progress().orElseThrow());
        assertThat(pass.seen()).isGreaterThanOrEqualTo(count.customers().count());
        assertThat(pass.changed()).isPositive();
        assertThat(segmentOf(other)).isEqualTo(Segment.PRIVATE);
    }

    @Test
    void anOfferSaysWhyItFitsUntilHeAnswersAndThenWhyNot() throws Exception {
        Customer fitting = person("fitting");
        Customer stranger = person("stranger");
        long products = rare();
        As.user("crm", () -> keeping.set(fitting.id(), Map.of(Fact.PRODUCTS, products)));
        long offer = running("answer", products);
        eventually(() -> isOffered(fitting, offer));
        assertThat(offered(fitting, Asked.NOTHING_SPECIAL).choice().best().get(0).reasons()).contains(new Why(Code.KNOWN, List.of(Fact.PRODUCTS, products)));
        assertThat(against(stranger, offer, Asked.NOTHING_SPECIAL)).contains(Code.NOT_KNOWN);
        OfferKeeping.OfferDetail detail = As.user("admin", () -> offers.get(offer));
        assertThat(As.user("admin", () -> offers.reach(detail.content())).customers()).isEqualTo(1);

        OfferAnswering.Noted told = As.user("dana", () -> answering.note(fitting.id(), offer, new Answer(Kind.TOLD, null, null), new Occasion(null, Channel.PHONE, false)));
        assertThat(told.told()).isTrue();
        OfferAnswering.Noted refused = As.user("dana", () -> answering.note(fitting.id(), offer, new Answer(Kind.REFUSED, Refusal.PRICE, null), new Occasion(null, Channel.PHONE, false)));
        assertThat(refused.told()).as("the same telling").isFalse();
        assertThat(against(fitting, offer, Asked.NOTHING_SPECIAL)).contains(Code.REFUSED_LATELY, Code.TOO_OFTEN);
        assertThat(As.user("admin", () -> offers.get(offer)).result()).isEqualTo(new Offers.Result(1, 0, 1, 0));
        assertThat(As.user("admin", () -> offers.refusals(offer))).isEqualTo(Map.of(Refusal.PRICE, 1));
        assertThat(audited("offer", offer)).contains("dana offer.told", "dana offer.refused");
        List<Offers.Line> lines = As.user("admin", () -> offers.outcomes(offer, LocalDate.now().minusDays(1), LocalDate.now().plusDays(1), null, 10));
        assertThat(lines).extracting(Offers.Line::kind).containsExactly(Kind.TOLD, Kind.REFUSED);
        assertThat(As.user("admin", () -> offers.outcomes(offer, LocalDate.now().minusDays(1), LocalDate.now().plusDays(1), lines.get(0).cursor(), 10))).extracting(Offers.Line::kind).containsExactly(Kind.REFUSED);
    }

    @Test
    void byOwnInitiativeOnlyWithConsentOnThatChannel() throws Exception {
        Customer customer = person("quiet");
        long products = rare() + 1;
        As.user("crm", () -> keeping.set(customer.id(), Map.of(Fact.PRODUCTS, products)));
        long offer = running("initiative", products);
        eventually(() -> isOffered(customer, offer));
        Asked bySms = new Asked(List.of(), null, Channel.SMS, true);
        assertThat(against(customer, offer, bySms)).containsExactly(Code.NO_CONSENT);
        As.run("crm", () -> refused("offer.not-allowed", () -> answering.note(customer.id(), offer, new Answer(Kind.TOLD, null, null), new Occasion(null, Channel.SMS, true))));
        As.run("crm", () -> refused("offer.channel-needed", () -> answering.note(customer.id(), offer, new Answer(Kind.TOLD, null, null), new Occasion(null, null, true))));
        system.inTransaction(() -> {
            consents.add(new Consent(customer.id(), Channel.SMS, Consent.Purpose.PROMOTION, true, Consent.Manner.WEB_SITE, "yes", null, "crm", Instant.now()));
            return null;
        });
        assertThat(against(customer, offer, bySms)).isEmpty();
        assertThat(against(customer, offer, new Asked(List.of(), null, Channel.EMAIL, true))).as("he agreed to another channel").containsExactly(Code.NO_CONSENT);
        As.run("crm", () -> {
            assertThat(answering.note(customer.id(), offer, new Answer(Kind.TOLD, null, null), new Occasion(null, Channel.SMS, true)).told()).isTrue();
            assertThat(answering.note(customer.id(), offer, new Answer(Kind.ACCEPTED, null, null), new Occasion(null, Channel.SMS, true)).told()).as("his answer to it").isFalse();
        });
    }

    @Test
    void nothingIsOfferedWhileADangerIsMarkedOrToWhomNobodyKnows() throws Exception {
        Customer customer = person("danger");
        long products = rare() + 2;
        As.user("crm", () -> keeping.set(customer.id(), Map.of(Fact.PRODUCTS, products)));
        long offer = running("danger", products);
        eventually(() -> isOffered(customer, offer));
        system.inTransaction(() -> {
            customers.add(new CustomerAlert(customer.id(), CustomerAlert.Severity.DANGER, "alert " + mark, Instant.now()));
            return null;
        });
        Recommended held = offered(customer, Asked.NOTHING_SPECIAL);
        assertThat(held.choice().best()).isEmpty();
        assertThat(held.choice().heldBack()).extracting(Why::code).containsExactly(Code.DANGER);
        Customer guest = system.inTransaction(() -> {
            Customer added = Customer.guest("guest " + mark, "he", Instant.now());
            customers.add(added);
            return added;
        });
        assertThat(offered(guest, Asked.NOTHING_SPECIAL).choice().heldBack()).extracting(Why::code).containsExactly(Code.GUEST);
        As.run("dana", () -> refused("offer.guest", () -> answering.note(guest.id(), offer, new Answer(Kind.ACCEPTED, null, null), new Occasion(null, null, false))));
    }

    @Test
    void whatIsPutOffIsPromisedAndKeptWhenItComesUpAgain() throws Exception {
        Customer customer = person("later");
        long offer = running("later", rare() + 4);
        LocalDate day = LocalDate.now(ZoneId.of("Asia/Jerusalem")).plusDays(8).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
        OfferAnswering.Noted put = As.user("dana", () -> answering.note(customer.id(), offer, new Answer(Kind.LATER, null, day, LocalTime.of(11, 30)), new Occasion(null, null, false)));
        Promise promise = promise(put.promiseId());
        assertThat(promise.kind()).isEqualTo(Promise.Kind.CALL);
        assertThat(promise.ownerId()).isPresent();
        assertThat(promise.text()).isEqualTo("later " + mark);
        if (put.comingBack().moved() == null) {
            assertThat(promise.dueAt()).isEqualTo(day.atTime(11, 30).atZone(ZoneId.of("Asia/Jerusalem")).toInstant());
        }
        OfferAnswering.Noted again = As.user("crm", () -> answering.note(customer.id(), offer, new Answer(Kind.LATER, null, day.plusDays(1)), new Occasion(null, Channel.APP, false)));
        assertThat(promise(put.promiseId()).state()).as("somebody came back to it").isEqualTo(Promise.State.KEPT);
        assertThat(promise(again.promiseId()).ownerId()).as("of the team that sells").isEmpty();
        As.user("dana", () -> answering.note(customer.id(), offer, new Answer(Kind.REFUSED, null, null), new Occasion(null, null, false)));
        assertThat(promise(again.promiseId()).state()).isEqualTo(Promise.State.KEPT);
        OfferAnswering.Noted late = As.user("dana", () -> answering.note(customer.id(), offer, new Answer(Kind.ACCEPTED, null, null), new Occasion(null, null, false)));
        assertThat(late.promiseId()).isNull();
    }

    private Promise promise(long id) {
        return system.inTransaction(() -> entities.find(Promise.class, id));
    }

    @Test
    void aLeadGoesToItsTeamAndEndsOnce() throws Exception {
        Customer customer = person("lead");
        Lead.About about = new Lead.About("loan " + mark, "opens a shop", Money.agorot(5_000_000), null, null, null);
        LeadLine made = As.user("dana", () -> leads.make(customer.id(), about, null));
        assertThat(made.state()).isEqualTo(Lead.State.NEW);
        assertThat(made.team("en")).as("without an offer it goes to those who sell").isEqualTo("Sales");
        assertThat(As.user("noa", () -> leads.list(LeadHandling.Whose.TEAM, LeadHandling.OPEN, null, 5)).rows()).extracting(LeadLine::id).contains(made.id());
        int waiting = As.user("noa", leads::waiting);
        assertThat(As.user("crm", () -> leads.make(customer.id(), about, null)).teamId()).isEqualTo(made.teamId());
        assertThat(As.user("noa", leads::waiting)).isEqualTo(waiting + 1);
        assertThat(As.user("dana", () -> leads.list(LeadHandling.Whose.MINE, LeadHandling.OPEN, null, 5)).rows()).extracting(LeadLine::id).contains(made.id());
        LeadLine taken = As.user("michal", () -> leads.take(made.id(), made.version()));
        assertThat(taken.ownerUserName()).isEqualTo("michal");
        assertThatThrownBy(() -> As.user("crm", () -> leads.win(made.id(), made.version()))).isInstanceOf(StaleVersionException.class);
        LeadLine won = As.user("crm", () -> leads.win(made.id(), taken.version()));
        assertThat(won.endedAt()).isNotNull();
        As.run("michal", () -> refused("offer.lead-ended", () -> leads.lose(made.id(), null, Lead.Loss.PRICE)));
        assertThat(audited("lead", made.id())).containsExactly("dana offer.lead-made", "michal offer.lead-taken", "crm offer.lead-won");
        long business = system.inTransaction(() -> entities.createQuery("select t.id from Team t where t.code = 'business'", Long.class).getSingleResult());
        LeadLine elsewhere = As.user("crm", () -> leads.make(customer.id(), about, business));
        assertThatThrownBy(() -> As.user("yossi", () -> leads.take(elsewhere.id(), null))).as("of another team").isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> As.user("yossi", () -> leads.get(elsewhere.id()))).isInstanceOf(NotFoundException.class);
        As.run("yossi", () -> refused("access.denied", () -> leads.list(LeadHandling.Whose.ALL, LeadHandling.OPEN, null, 5)));
    }

    @Test
    void onlyAnAdministratorWritesOffers() throws Exception {
        assertThatThrownBy(() -> As.user("dana", () -> offers.create("mine-" + mark, "{}"))).isInstanceOf(EJBAccessException.class);
        As.run("admin", () -> {
            refused("shared.field-missing", () -> offers.create("broken-" + mark, "{}"));
            refused("shared.code", () -> offers.create("Not A Code", "{}"));
        });
        long offer = running("edited", rare() + 3);
        OfferKeeping.OfferDetail seen = As.user("admin", () -> offers.get(offer));
        OfferKeeping.OfferDetail changed = As.user("admin", () -> offers.change(offer, seen.version(), seen.content().replace("\"priority\":9", "\"priority\":3")));
        assertThat(changed.priority()).isEqualTo(3);
        As.run("admin", () -> {
            refused("offer.changed", () -> offers.change(offer, seen.version(), seen.content()));
            refused("offer.field-unknown-product", () -> offers.change(offer, changed.version(), changed.content().replace("\"priority\":3", "\"priority\":3,\"sku\":\"NO-SUCH-" + mark + "\"")));
            refused("shared.code-taken", () -> offers.create("edited-" + mark, seen.content()));
        });
    }
}
