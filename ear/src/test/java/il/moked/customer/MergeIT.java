// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import static il.moked.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.EachDatabase;
import il.moked.channel.ejb.Reception;
import il.moked.customer.CustomerFacts.Fact;
import il.moked.customer.ejb.DuplicateReview;
import il.moked.customer.ejb.DuplicateReview.PairLine;
import il.moked.customer.ejb.DuplicateSearching;
import il.moked.customer.ejb.FactKeeping;
import il.moked.customer.ejb.IdentityReading;
import il.moked.customer.ejb.Joining;
import il.moked.customer.ejb.Keeping;
import il.moked.customer.ejb.Merging;
import il.moked.customer.ejb.Merging.NewMerge;
import il.moked.customer.ejb.Merging.Sides;
import il.moked.customer.ejb.Registration;
import il.moked.customer.ejb.Registration.NewContactPoint;
import il.moked.customer.ejb.Registration.NewCustomer;
import il.moked.customer.ejb.Registration.Registered;
import il.moked.customer.ejb.Registration.Suspected;
import il.moked.customer.ejb.Relating;
import il.moked.interaction.AsSystem;
import il.moked.interaction.FormSubmission;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Reference;
import il.moked.routing.WorkItems;
import il.moked.shared.NotFoundException;
import il.moked.shared.StaleVersionException;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two cards become one and two again, with everything that hangs on them; duplicates are found as they come and among all. */
@EachDatabase
@ArquillianTest
public class MergeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    AsSystem system;
    @Inject
    Customers customers;
    @Inject
    Merging merging;
    @Inject
    Joining joining;
    @Inject
    Keeping keeping;
    @Inject
    Registration registration;
    @Inject
    Relating relating;
    @Inject
    IdentityReading reading;
    @Inject
    FactKeeping facts;
    @Inject
    DuplicateReview review;
    @Inject
    DuplicateSearching searching;
    @Inject
    Reception reception;
    @Inject
    Interactions interactions;
    @Inject
    WorkItems workItems;
    @Resource
    UserTransaction transaction;
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    @Resource(lookup = "java:jboss/datasources/MokedDS")
    DataSource database;

    private final String mark = letters();

    @BeforeEach
    void here() {
        Awaitility.pollInSameThread();
    }

    /** A name nobody else has, in letters that sound. */
    private static String letters() {
        return ThreadLocalRandom.current().ints(8, 0, 16).collect(StringBuilder::new, (text, at) -> text.append("בגדזחטכלמנספצקרש".charAt(at)), StringBuilder::append).toString();
    }

    private static String number() {
        String first = Integer.toString(ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999));
        return java.util.stream.IntStream.range(0, 10).mapToObj(last -> first + last).filter(id -> il.moked.shared.NationalId.parse(id).isPresent()).findFirst().orElseThrow();
    }

    private String address(String who) {
        return who + "-" + Integer.toHexString(mark.hashCode()) + "@example.org";
    }

    private Map<Particular, String> named(String first, String last, String... more) {
        Map<Particular, String> particulars = new java.util.EnumMap<>(Particular.class);
        particulars.put(Particular.FIRST_NAME, first);
        particulars.put(Particular.LAST_NAME, last);
        for (int at = 0; at < more.length; at += 2) {
            particulars.put(Particular.valueOf(more[at]), more[at + 1]);
        }
        return particulars;
    }

    private long registered(Map<Particular, String> particulars, String... reached) throws Exception {
        List<NewContactPoint> points = new ArrayList<>();
        for (String at : reached) {
            points.add(new NewContactPoint(at.contains("@") ? ContactPoint.Kind.EMAIL : ContactPoint.Kind.PHONE, at, null));
        }
        return ((Registered) As.user("crm", () -> registration.register(new NewCustomer(Customer.Kind.PERSON, particulars, List.of(), points), true))).customerId();
    }

    private int version(long customer) {
        return system.inTransaction(() -> entities.find(Customer.class, customer).version());
    }

    private String writes(String email) {
        String reference = Reference.next();
        assertThat(reception.receive("form", reference, email, new FormSubmission(reference, "somebody", email, null, null, "subject", "text", "he", List.of()).bytes())).isTrue();
        await().atMost(PATIENCE).until(() -> system.inTransaction(() -> interactions.findByReference(reference).map(Interaction::id).flatMap(workItems::look)).isPresent());
        // until it was told that it came, nothing of it is still on its way
        await().atMost(PATIENCE).until(() -> system.inTransaction(() -> ((Number) entities.createNativeQuery("select messages from interaction where reference = ?1").setParameter(1, reference).getSingleResult()).intValue()) == 2);
        return reference;
    }

    private long ownerOf(String reference) {
        return system.inTransaction(() -> ((Number) entities.createNativeQuery("select customer_id from interaction where reference = ?1").setParameter(1, reference).getSingleResult()).longValue());
    }

    private long count(String table, String column, long customer) {
        return system.inTransaction(() -> ((Number) entities.createNativeQuery("select count(*) from " + table + " where " + column + " = ?1").setParameter(1, customer).getSingleResult()).longValue());
    }

    private Snapshot snapshot() {
        return Snapshot.of(database);
    }

    private long merge(long kept, long gone, Set<Surviving> taken) throws Exception {
        return As.user("michal", () -> merging.merge(new NewMerge(kept, version(kept), gone, version(gone), taken, Set.of())));
    }

    private void undo(long merge) throws Exception {
        As.run("michal", () -> merging.undo(merge));
    }

    /** A card on which much hangs. */
    private long rich(String first, String phone, String email) throws Exception {
        long customer = registered(named(first, mark, "CITY", "חיפה", "STREET", "הרצל", "HOUSE", "5", "BIRTH_DATE", "1970-02-03"), phone, email);
        As.run("crm", () -> facts.set(customer, Map.of(Fact.EMPLOYEES, 3L, Fact.PRODUCTS, 2L)));
        system.inTransaction(() -> {
            customers.add(new CustomerAlert(customer, CustomerAlert.Severity.WARNING, "alert " + mark, Instant.now()));
            return null;
        });
        return customer;
    }

    @Test
    void everythingGoesAlongAndComesBackRowByRow() throws Exception {
        long kept = registered(named("משה", mark, "NATIONAL_ID", number()), "052-3456701", address("kept"));
        As.run("crm", () -> facts.set(kept, Map.of(Fact.EMPLOYEES, 7L)));
        long gone = rich("Moshe", "052-3456701", address("gone"));
        String reference = writes(address("gone"));
        assertThat(ownerOf(reference)).isEqualTo(gone);
        Sides sides = As.user("michal", () -> merging.compare(kept, gone));
        assertThat(sides.evidence()).extracting(Evidence::subject).contains(Evidence.Subject.GIVEN_NAME, Evidence.Subject.FAMILY_NAME, Evidence.Subject.PHONE);
        assertThat(sides.other().moving()).extracting(Merges.Moving::table).contains("interaction", "work_item", "contact_point", "customer_alert", "customer_fact");
        Snapshot before = snapshot();

        long merge = merge(kept, gone, Set.of(Surviving.FIRST_NAME));

        assertThat(ownerOf(reference)).isEqualTo(kept);
        assertThat(count("work_item", "customer_id", gone)).isZero();
        assertThat(count("contact_point", "customer_id", gone)).as("what he has already stays behind").isEqualTo(1);
        assertThat(count("customer_fact", "customer_id", gone)).as("the fact both have").isEqualTo(1);
        system.inTransaction(() -> {
            assertThat(customers.get(gone).id()).as("the old id leads there").isEqualTo(kept);
            assertThat(customers.get(kept).displayName()).isEqualTo("Moshe " + mark);
            assertThat(customers.get(kept).address().city()).as("what he did not have").isEqualTo("חיפה");
            assertThat(customers.get(kept).contactPoints()).extracting(ContactPoint::address).contains("+972523456701", address("gone"), address("kept"));
            assertThat(customers.reachedBy(ContactPoint.Kind.PHONE, "+972523456701")).extracting(Customer::id).contains(kept).doesNotContain(gone);
            return null;
        });

        int seen = version(kept);
        As.run("crm", () -> keeping.addContactPoint(kept, seen, new NewContactPoint(ContactPoint.Kind.EMAIL, address("later"), null)));
        undo(merge);
        Snapshot after = snapshot();
        assertThat(before.without(after)).as("nothing is missing").isEmpty();
        assertThat(after.without(before)).as("what came since stays with him who went on").isNotEmpty().allSatisfy(row -> assertThat(row).contains("customer_id=" + kept).contains(address("later").substring(0, 5)));
        assertThat(ownerOf(reference)).isEqualTo(gone);
        refused("customer.merge-undone", () -> undo(merge));
    }

    @Test
    void mergesOnTopOfEachOtherAreUndoneFromTheTop() throws Exception {
        long first = registered(named("ראשון", mark), address("first"));
        long second = registered(named("שני", mark, "CITY", "יפו"), address("second"));
        long third = registered(named("שלישי", mark), address("third"));
        String reference = writes(address("first"));
        Snapshot before = snapshot();
        long lower = merge(second, first, Set.of());
        Snapshot between = snapshot();
        long upper = merge(third, second, Set.of(Surviving.LAST_NAME));
        assertThat(ownerOf(reference)).isEqualTo(third);
        assertThat(system.inTransaction(() -> customers.get(first).id())).isEqualTo(third);
        refused("customer.merge-later", () -> undo(lower));
        refused("customer.merged-already", () -> merge(second, third, Set.of()));
        undo(upper);
        assertThat(snapshot().without(between)).isEmpty();
        assertThat(between.without(snapshot())).isEmpty();
        assertThat(ownerOf(reference)).isEqualTo(second);
        undo(lower);
        assertThat(snapshot().without(before)).isEmpty();
        assertThat(before.without(snapshot())).isEmpty();
        assertThat(ownerOf(reference)).isEqualTo(first);
    }

    @Test
    void whatMakesNoSenseIsRefused() throws Exception {
        long one = registered(named("אחת", mark), address("one"));
        long other = registered(named("אחרת", mark), address("other"));
        long company = ((Registered) As.user("crm", () -> registration.register(new NewCustomer(Customer.Kind.COMPANY, Map.of(Particular.NAME, "company " + mark), List.of(), List.of()), true))).customerId();
        refused("customer.merge-self", () -> merge(one, one, Set.of()));
        refused("customer.merge-kinds", () -> merge(one, company, Set.of()));
        int stale = version(other);
        As.run("crm", () -> keeping.change(other, stale, Map.of(Particular.CITY, "לוד")));
        assertThatThrownBy(() -> As.user("michal", () -> merging.merge(new NewMerge(one, null, other, stale, Set.of(), Set.of())))).isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> As.user("michal", () -> merging.merge(new NewMerge(one, null, Long.MAX_VALUE, null, Set.of(), Set.of())))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> As.user("dana", () -> merging.merge(new NewMerge(one, null, other, null, Set.of(), Set.of())))).isInstanceOf(EJBAccessException.class);
        merge(one, other, Set.of());
        refused("customer.merged-already", () -> As.user("michal", () -> merging.merge(new NewMerge(company, null, other, null, Set.of(), Set.of()))));
    }

    @Test
    void aGuestWhoIsJoinedCanBeAGuestAgain() throws Exception {
        long known = registered(named("ידוע", mark), address("known"));
        String reference = writes(address("guest"));
        long guest = ownerOf(reference);
        Snapshot before = snapshot();
        As.run("dana", () -> joining.join(guest, known));
        assertThat(ownerOf(reference)).isEqualTo(known);
        assertThat(identification(reference)).isEqualTo("CONFIRMED");
        assertThat(system.inTransaction(() -> customers.get(known).displayName())).isEqualTo("ידוע " + mark);
        long merge = As.user("michal", () -> merging.into(known)).get(0).id();
        undo(merge);
        assertThat(before.without(snapshot())).isEmpty();
        assertThat(identification(reference)).isEqualTo("UNKNOWN");
        refused("customer.not-a-guest", () -> As.run("dana", () -> joining.join(known, guest)));
    }

    private String identification(String reference) {
        return system.inTransaction(() -> (String) entities.createNativeQuery("select identification from interaction where reference = ?1").setParameter(1, reference).getSingleResult());
    }

    private Optional<PairLine> pair(long one, long other) throws Exception {
        return As.user("michal", () -> review.of(one)).stream().filter(line -> line.other().id() == other).map(DuplicateReview.Beside::pair).findFirst();
    }

    @Test
    void whoIsLikeSomebodyIsToldAtEntryAndDismissedUntilSomethingChanges() throws Exception {
        long one = registered(named("יעקב", mark, "BIRTH_DATE", "1980-05-06", "CITY", "עכו"), "052-3456702");
        NewCustomer same = new NewCustomer(Customer.Kind.PERSON, named("Yaakov", mark, "BIRTH_DATE", "1980-06-05"), List.of(), List.of(new NewContactPoint(ContactPoint.Kind.PHONE, "0523456702", null)));
        Suspected suspected = (Suspected) As.user("dana", () -> registration.register(same, false));
        assertThat(suspected.warnings()).first().satisfies(warning -> {
            assertThat(warning.customerId()).isEqualTo(one);
            assertThat(warning.evidence()).contains("family-name", "given-name", "birth-date", "phone");
        });
        long other = ((Registered) As.user("dana", () -> registration.register(same, true))).customerId();
        PairLine found = pair(one, other).orElseThrow();
        assertThat(found.certain()).isTrue();
        As.run("dana", () -> review.propose(found.id()));
        As.run("michal", () -> review.dismiss(found.id()));
        refused("customer.pair-decided", () -> As.run("michal", () -> review.dismiss(found.id())));
        int seen = version(other);
        As.run("crm", () -> keeping.change(other, seen, Map.of(Particular.LANGUAGE, "en")));
        assertThat(pair(one, other)).as("nothing that is compared is different").isEmpty();
        int again = version(other);
        As.run("crm", () -> keeping.change(other, again, Map.of(Particular.CITY, "עכו")));
        assertThat(pair(one, other)).isPresent();
        merge(one, other, Set.of());
        assertThat(pair(one, other)).isEmpty();
    }

    @Test
    void allAreSearchedStepByStepAndTheNearCertainMergedIfAskedFor() throws Exception {
        List<Long> ones = new ArrayList<>();
        system.inTransaction(() -> {
            for (int at = 0; at < 3; at++) {
                for (String name : List.of("אורית", "Orit")) {
                    Customer customer = Customer.person(name, mark + "בכא".charAt(at), null, Segment.PRIVATE, "he", Instant.now());
                    customer.reachableBy(ContactPoint.Kind.EMAIL, "orit" + at + address("search"), "x", false, Instant.now());
                    customers.add(customer);
                    ones.add(customer.id());
                }
            }
            return null;
        });
        search(false);
        for (int at = 0; at < ones.size(); at += 2) {
            assertThat(pair(ones.get(at), ones.get(at + 1))).as("pair " + at).isPresent();
        }
        long dismissed = pair(ones.get(0), ones.get(1)).orElseThrow().id();
        As.run("michal", () -> review.dismiss(dismissed));
        search(true);
        system.inTransaction(() -> {
            assertThat(customers.get(ones.get(1)).id()).as("a person said they are two").isEqualTo(ones.get(1));
            assertThat(customers.get(ones.get(3)).id()).isEqualTo(ones.get(2));
            assertThat(customers.get(ones.get(5)).id()).isEqualTo(ones.get(4));
            return null;
        });
        assertThat(As.user("michal", () -> merging.into(ones.get(2)))).singleElement().satisfies(line -> assertThat(line.origin()).isEqualTo(CustomerMerge.Origin.AUTOMATIC));
    }

    @Test
    void whileOneSearchRunsNoOtherBegins() throws Exception {
        // in one transaction, which is taken back: it runs as long as the test looks
        transaction.begin();
        try {
            As.run("michal", () -> searching.start(false));
            refused("customer.search-runs", () -> As.run("michal", () -> searching.start(false)));
        } finally {
            transaction.rollback();
        }
    }

    private void search(boolean merge) throws Exception {
        As.run("michal", () -> searching.start(merge));
        await().atMost(PATIENCE).until(() -> !As.user("michal", () -> searching.last()).orElseThrow().running());
        assertThat(As.user("michal", () -> searching.last()).orElseThrow()).satisfies(ended -> {
            assertThat(ended.percent()).isEqualTo(100);
            assertThat(ended.phase()).isEqualTo(DuplicateSearch.Phase.DONE);
        });
    }

    @Test
    void whoLivesInOneHouseholdTwiceIsThereOnce() throws Exception {
        long kept = registered(named("אב", mark), address("father"));
        long gone = registered(named("אבא", mark), address("dad"));
        long child = registered(named("בת", mark), address("daughter"));
        long home = As.user("crm", () -> relating.livesWith(child, kept, HouseholdMember.Part.PARENT));
        As.run("crm", () -> relating.livesWith(child, gone, HouseholdMember.Part.PARENT));
        long merge = merge(kept, gone, Set.of());
        assertThat(housemates(child)).containsExactly(kept);
        assertThat(housemates(kept)).containsExactly(child);
        undo(merge);
        assertThat(housemates(child)).containsExactlyInAnyOrder(kept, gone);

        merge(kept, gone, Set.of());
        As.run("crm", () -> relating.leavesHousehold(kept, home));
        assertThat(housemates(child)).isEmpty();
    }

    private List<Long> housemates(long customer) throws Exception {
        return As.user("crm", () -> reading.tiesOf(customer)).households().stream().flatMap(home -> home.others().stream()).map(mate -> mate.person().id()).toList();
    }

    @Test
    void whatComesLateForHimWhoWentFollowsAndGoesBackToHim() throws Exception {
        long kept = registered(named("נשאר", mark), address("stays"));
        long gone = registered(named("הולך", mark), address("goes"));
        long merge = merge(kept, gone, Set.of());
        system.inTransaction(() -> {
            customers.add(new CustomerAlert(gone, CustomerAlert.Severity.INFORMATION, "late " + mark, Instant.now()));
            return null;
        });
        await().atMost(Duration.ofSeconds(90)).until(() -> count("customer_alert", "customer_id", kept) == 1);
        undo(merge);
        assertThat(count("customer_alert", "customer_id", gone)).isEqualTo(1);
        assertThat(count("customer_alert", "customer_id", kept)).isZero();
    }
}
