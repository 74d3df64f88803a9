// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.EachDatabase;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.card.ejb.Consulting;
import il.moked.card.ejb.CustomerSearch;
import il.moked.card.ejb.CustomerSearch.Found;
import il.moked.card.ejb.CustomerSearch.FoundPage;
import il.moked.channel.ejb.Reception;
import il.moked.customer.SoughtCustomer.Fit;
import il.moked.customer.ejb.Joining;
import il.moked.interaction.AsSystem;
import il.moked.interaction.FormSubmission;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.interaction.Reference;
import il.moked.interaction.ejb.IndexSweeping;
import il.moked.interaction.ejb.Reindexing;
import il.moked.interaction.ejb.Searching;
import il.moked.shared.BusinessException;
import il.moked.shared.IndexSweeps;
import il.moked.shared.NationalId;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.hibernate.search.mapper.orm.Search;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person is found by whatever is known of him; what the index forgets or has wrong comes right by itself. Each test has a surname of its own. */
@EachDatabase
@ArquillianTest
public class SearchIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Random RANDOM = new Random();
    private static final String HEBREW = "קטרדגסזנ";
    private static final String LATIN = "KTRDGSZN";

    /** Letters of the shortest part of a name that is looked for here. */
    private static final int SHORTEST_PART = 4;

    @Inject
    AsSystem system;
    @Inject
    Customers customers;
    @Inject
    Interactions interactions;
    @Inject
    StaffUsers staff;
    @Inject
    Joining joining;
    @Inject
    Reception reception;
    @Inject
    CustomerSearch search;
    @Inject
    Consulting consulting;
    @Inject
    Searching texts;
    @Inject
    IndexSweeping sweeping;
    @Inject
    Reindexing reindexing;
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    private String surname;
    private String latinSurname;
    /** Eight digits nobody else has. */
    private final String digits = String.valueOf(10_000_000 + RANDOM.nextInt(89_999_999));

    /** A name of which nobody bears even a part, however many other tests have brought in. */
    @BeforeEach
    void anUnknownName() throws Exception {
        Awaitility.pollInSameThread();
        do {
            draw();
        } while (known());
    }

    private void draw() {
        StringBuilder hebrew = new StringBuilder();
        StringBuilder latin = new StringBuilder();
        for (int letter = 0; letter < 7; letter++) {
            int drawn = RANDOM.nextInt(HEBREW.length());
            hebrew.append(HEBREW.charAt(drawn));
            latin.append(LATIN.charAt(drawn)).append('a');
        }
        surname = hebrew + "ם";
        latinSurname = latin + "m";
    }

    private boolean known() throws Exception {
        for (int at = 0; at + SHORTEST_PART <= surname.length(); at++) {
            if (!found(surname.substring(at, at + SHORTEST_PART)).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private Customer add(Customer customer, ContactPoint.Kind kind, String address) {
        return system.inTransaction(() -> {
            if (kind != null) {
                customer.reachableBy(kind, address, address, true, Instant.now());
            }
            customers.add(customer);
            return customer;
        });
    }

    private Customer person(String first, String last) {
        return add(Customer.person(first, last, null, Segment.PRIVATE, "he", Instant.now()), null, null);
    }

    private List<Found> found(String typed) throws Exception {
        return As.user("dana", () -> search.find(typed, null, 20)).rows();
    }

    private List<Long> ids(String typed) throws Exception {
        return found(typed).stream().map(Found::id).toList();
    }

    private void findsOnly(String typed, Customer... expected) throws Exception {
        List<Long> wanted = Arrays.stream(expected).map(Customer::id).toList();
        await().alias(typed).atMost(PATIENCE).untilAsserted(() -> assertThat(ids(typed)).as(typed).isEqualTo(wanted));
    }

    private String nationalId() {
        for (int check = 0; check < 10; check++) {
            if (NationalId.parse(digits + check).isPresent()) {
                return digits + check;
            }
        }
        throw new AssertionError(digits);
    }

    @Test
    void aPersonIsFoundByAnyFragmentOfHisNameInEitherAlphabet() throws Exception {
        Customer yitzhak = person("יצחק", surname);
        String bare = surname.substring(0, surname.length() - 1);
        for (String typed : List.of(surname, "יצחק " + surname, surname + " יצחק", "יצ " + surname, bare, bare + "מ", surname.substring(0, 4), surname.substring(2), surname.substring(2, 6) + " יצחק", "ל" + surname, "ו" + surname + " יצחק", latinSurname, latinSurname + " Yitzhak",
                "Itzhak " + latinSurname.toLowerCase(Locale.ROOT), "יִצְחָק " + surname, "\"" + surname + "\"")) {
            findsOnly(typed, yitzhak);
        }
        Customer david = person("David", latinSurname);
        findsOnly("דוד " + surname, david);
        findsOnly("דויד " + surname, david);
        findsOnly("dav " + latinSurname, david);
        assertThat(ids(surname)).containsExactly(yitzhak.id(), david.id());
        assertThat(ids(latinSurname)).containsExactly(david.id(), yitzhak.id());
        assertThat(found("משה " + surname)).isEmpty();
    }

    @Test
    void wholeNamesComeBeforeBeginningsAndTheseBeforeFragmentsAndKnownCustomersBeforeGuests() throws Exception {
        Customer guest = add(Customer.guest("תמר " + surname, "he", Instant.now()), null, null);
        Customer fragment = person("תמר", "אב" + surname);
        Customer beginning = person("תמר", surname.substring(0, 7) + "מסקי");
        Customer whole = person("תמר", surname);
        findsOnly(surname + " תמר", whole, guest, beginning, fragment);
        assertThat(found(surname + " תמר")).extracting(Found::fit).containsExactly(Fit.WHOLE, Fit.WHOLE, Fit.BEGINNING, Fit.FRAGMENT);
    }

    @Test
    void aNumberIsFoundHoweverItIsWritten() throws Exception {
        Customer person = add(Customer.person("רות", surname, NationalId.parse(nationalId()).orElseThrow(), Segment.VIP, "he", Instant.now()), ContactPoint.Kind.PHONE, "+97252" + digits.substring(1));
        String mobile = "052" + digits.substring(1);
        for (String typed : List.of(mobile, mobile.substring(0, 3) + "-" + mobile.substring(3, 6) + "-" + mobile.substring(6), "+972-52-" + digits.substring(1), "97252" + digits.substring(1), "052/" + digits.substring(1), "(052) " + digits.substring(1), nationalId())) {
            await().alias(typed).atMost(PATIENCE).untilAsserted(() -> assertThat(found(typed).get(0).id()).isEqualTo(person.id()));
        }
        assertThat(found(mobile).get(0).fit()).isEqualTo(Fit.EXACT);
        assertThat(found(nationalId()).get(0).maskedId()).isEqualTo("••••••" + nationalId().substring(6)).doesNotContain(digits.substring(0, 5));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ids(digits.substring(1))).contains(person.id()));
        assertThat(ids(digits.substring(4) + " " + surname)).containsExactly(person.id());

        Customer company = add(Customer.company(surname + " בע\"מ", "5" + digits, "he", Instant.now()), ContactPoint.Kind.EMAIL, "office" + digits + "@mail." + latinSurname.toLowerCase(Locale.ROOT) + ".example");
        assertThat(ids("5" + digits).get(0)).isEqualTo(company.id());
        assertThat(ids("OFFICE" + digits + "@mail." + latinSurname + ".example")).containsExactly(company.id());
        for (String typed : List.of("office" + digits, "fice" + digits, latinSurname + " " + "office", "@" + latinSurname, "office" + digits + "@mai", "בעמ " + surname)) {
            findsOnly(typed, company);
        }
        String passport = "P" + digits;
        system.inTransaction(() -> customers.get(person.id()).identifiedBy(new Identifier.Value(Identifier.Kind.PASSPORT, "FR", passport), Instant.now()));
        assertThat(ids(passport.toLowerCase(Locale.ROOT))).containsExactly(person.id());
    }

    private String writes(String address, String text) throws Exception {
        String reference = Reference.next();
        assertThat(reception.receive("form", reference, address, new FormSubmission(reference, "x", address, null, null, "נושא", text, "he", List.of()).bytes())).isTrue();
        await().atMost(PATIENCE).until(() -> system.inTransaction(() -> interactions.findByReference(reference).isPresent()));
        return reference;
    }

    @Test
    void theReferenceOfAConversationLeadsToItsCustomer() throws Exception {
        Customer person = add(Customer.person("Mira", latinSurname, null, Segment.PRIVATE, "en", Instant.now()), ContactPoint.Kind.EMAIL, "mira" + digits + "@example.org");
        String reference = writes("mira" + digits + "@example.org", "שלום");
        assertThat(ids(reference)).containsExactly(person.id());
        assertThat(ids(reference.substring(0, 5).toLowerCase(Locale.ROOT) + "-" + reference.substring(5))).containsExactly(person.id());
    }

    @Test
    void whoWasJoinedIsFoundAsTheOtherOnce() throws Exception {
        Customer known = person("אסתר", surname);
        Customer guest = add(Customer.guest("Polina " + latinSurname, "he", Instant.now()), ContactPoint.Kind.EMAIL, "pg" + digits + "@example.org");
        findsOnly("Polina " + latinSurname, guest);
        As.run("dana", () -> joining.join(guest.id(), known.id()));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ids("pg" + digits)).containsExactly(known.id()));
        List<Found> byOldName = found("Polina " + latinSurname);
        assertThat(byOldName).extracting(Found::id).containsExactly(known.id());
        assertThat(byOldName.get(0).foundAs()).isEqualTo("Polina " + latinSurname);
        assertThat(ids("pg" + digits + "@example.org")).containsExactly(known.id());
        findsOnly(surname, known);
    }

    @Test
    void pagesFollowWithoutEndAndWithoutRepeating() throws Exception {
        List<Long> all = system.inTransaction(() -> {
            List<Customer> many = new ArrayList<>();
            for (int number = 0; number < 130; number++) {
                many.add(number % 2 == 0 ? Customer.person("אבי", surname, null, Segment.PRIVATE, "he", Instant.now()) : Customer.person("אבי", surname + "י", null, Segment.PRIVATE, "he", Instant.now()));
            }
            many.forEach(customers::add);
            return many.stream().map(Customer::id).toList();
        });
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(read(surname)).hasSize(all.size()));
        List<Long> read = read(surname);
        assertThat(read).containsExactlyInAnyOrderElementsOf(all);
        assertThat(read.subList(0, 65)).isSorted().allMatch(id -> all.indexOf(id) % 2 == 0);
        As.run("dana", () -> assertThatThrownBy(() -> search.find(surname, "nowhere", 20)).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo("shared.bad-request")));
    }

    private List<Long> read(String typed) throws Exception {
        List<Long> read = new ArrayList<>();
        String from = null;
        do {
            String place = from;
            FoundPage page = As.user("dana", () -> search.find(typed, place, 20));
            page.rows().forEach(row -> read.add(row.id()));
            from = page.next();
        } while (from != null);
        return read;
    }

    @Test
    void whatTheIndexForgotOrHasWrongIsMendedByTheSweep() throws Exception {
        Customer forgotten = person("אורן", surname);
        Customer renamed = person("נירית", surname);
        String elsewhere = surname.substring(0, surname.length() - 1) + "יבוצקי";
        findsOnly("אורן " + surname, forgotten);
        findsOnly("נירית " + surname, renamed);
        system.inTransaction(() -> {
            Search.session(entities).indexingPlan().purge(Customer.class, forgotten.id(), null);
            entities.createNativeQuery("update customer set display_name = ?1 where id = ?2").setParameter(1, "שחר " + elsewhere).setParameter(2, renamed.id()).executeUpdate();
            return entities.createNativeQuery("insert into contact_point (id, customer_id, kind, address, written_as, created_at) values (nextval('contact_point_seq'), ?1, 'EMAIL', ?2, ?2, now())")
                    .setParameter(1, renamed.id()).setParameter(2, "sweep" + digits + "@example.org").executeUpdate();
        });
        assertThat(ids("נירית " + surname)).as("the database no longer says so, whatever the index says").isEmpty();
        // two whole rounds: the index writes what was mended a moment later
        for (int round = 0; round < 2; round++) {
            Instant before = sweptAt("customer");
            await().atMost(PATIENCE).until(() -> {
                system.run(() -> sweeping.sweep("customer"));
                return sweptAt("customer").isAfter(before);
            });
        }
        findsOnly("אורן " + surname, forgotten);
        findsOnly("שחר " + elsewhere, renamed);
        findsOnly("sweep" + digits, renamed);
        assertThat(As.user("admin", reindexing::progress)).extracting(IndexSweeps.Progress::name).anyMatch(name -> name.startsWith("customer@")).anyMatch(name -> name.startsWith("message@"));
    }

    private Instant sweptAt(String index) throws Exception {
        return As.user("admin", reindexing::progress).stream().filter(progress -> progress.name().startsWith(index + "@")).map(IndexSweeps.Progress::lastRoundAt).filter(Objects::nonNull).findFirst().orElse(Instant.EPOCH);
    }

    @Test
    void aMessageTheIndexForgotIsFoundAgainAndPagesOfMessagesHaveNoEnd() throws Exception {
        String word = latinSurname.toLowerCase(Locale.ROOT);
        List<String> references = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            references.add(0, writes("texts" + digits + number + "@example.org", "about " + word));
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(conversations(word)).containsExactlyElementsOf(references));
        long lost = system.inTransaction(() -> {
            long message = entities.createQuery("select m.id from Message m where m.interaction.reference = :reference order by m.position", Long.class).setParameter("reference", references.get(0)).setMaxResults(1).getSingleResult();
            Search.session(entities).indexingPlan().purge(Message.class, message, null);
            return message;
        });
        assertThat(lost).isPositive();
        // what came last is looked at each time, so that a round need not be over
        await().atMost(PATIENCE).untilAsserted(() -> {
            system.run(() -> sweeping.sweep("message"));
            assertThat(conversations(word)).containsExactlyElementsOf(references);
        });
    }

    private List<String> conversations(String word) throws Exception {
        List<String> read = new ArrayList<>();
        String from = null;
        do {
            String place = from;
            Searching.FoundPage page = As.user("dana", () -> texts.find(word, place, 2));
            page.rows().forEach(row -> read.add(row.line().reference()));
            from = page.next();
        } while (from != null);
        return read;
    }

    @Test
    void anOutsourcedAgentFindsOnlyWhomHeServes() throws Exception {
        Customer served = add(Customer.person("עדי", surname, NationalId.parse(nationalId()).orElseThrow(), Segment.PRIVATE, "he", Instant.now()), ContactPoint.Kind.EMAIL, "adi" + digits + "@example.org");
        Customer other = person("עדי", surname);
        findsOnly(surname, served, other);
        String reference = writes("adi" + digits + "@example.org", "שלום");
        long team = system.inTransaction(() -> {
            StaffUser dana = staff.findByName("dana").orElseThrow();
            interactions.findByReference(reference).orElseThrow().ownedBy(dana);
            Team hers = entities.find(Team.class, dana.team().orElseThrow().id());
            hers.outsource(true);
            return hers.id();
        });
        try {
            List<Found> found = found(surname);
            assertThat(found).extracting(Found::id).containsExactly(served.id());
            assertThat(found.get(0).maskedId()).as("no identifier").isNull();
            assertThat(ids("עדי " + surname)).containsExactly(served.id());
        } finally {
            system.inTransaction(() -> {
                entities.find(Team.class, team).outsource(false);
                return null;
            });
        }
        assertThat(ids(surname)).containsExactly(served.id(), other.id());
    }

    @Test
    void otherSystemsFindTheSameAndWhatIsTooShortIsRefused() throws Exception {
        Customer person = person("בת שבע", surname);
        findsOnly("שבע " + surname, person);
        assertThat(As.user("crm", () -> consulting.find("שבע " + surname, null, 5)).rows()).extracting(Consulting.CustomerDetail::id).containsExactly(person.id());
        Callable<FoundPage> tooShort = () -> search.find("א", null, 5);
        As.run("dana", () -> assertThatThrownBy(tooShort::call).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo("customer.search-length")));
        As.run("admin", () -> assertThatThrownBy(() -> search.find(surname, null, 5)).isInstanceOf(EJBAccessException.class));
    }
}
