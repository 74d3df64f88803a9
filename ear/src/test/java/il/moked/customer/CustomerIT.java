// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.As;
import il.moked.Refusals;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.channel.Channel;
import il.moked.customer.ejb.Consenting;
import il.moked.customer.ejb.Consenting.NewConsent;
import il.moked.customer.ejb.IdentityReading;
import il.moked.customer.ejb.IdentityReading.Identity;
import il.moked.customer.ejb.IdentityReading.Ties;
import il.moked.customer.ejb.Keeping;
import il.moked.customer.ejb.Keeping.ContactPointChange;
import il.moked.customer.ejb.Registration;
import il.moked.customer.ejb.Registration.NewContactPoint;
import il.moked.customer.ejb.Registration.NewCustomer;
import il.moked.customer.ejb.Registration.NewIdentifier;
import il.moked.customer.ejb.Registration.Registered;
import il.moked.customer.ejb.Relating;
import il.moked.customer.ejb.Relating.NewAuthorisation;
import il.moked.customer.ejb.Revealing;
import il.moked.interaction.AsSystem;
import il.moked.shared.BusinessException;
import il.moked.shared.KeptAnswers;
import il.moked.shared.StaleVersionException;
import il.moked.shared.ejb.AnswerKeeping;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Who customers are: registered, kept true, tied to each other and asked, by people and by other systems, on a real database. */
@ArquillianTest
public class CustomerIT {
    private static final URI API = URI.create("http://localhost:" + (8080 + Integer.getInteger("jboss.socket.binding.port-offset", 0)) + "/moked/api/");

    @Inject
    AsSystem system;
    @Inject
    Customers customers;
    @Inject
    Relations relations;
    @Inject
    Registration registration;
    @Inject
    Keeping keeping;
    @Inject
    Relating relating;
    @Inject
    Consenting consenting;
    @Inject
    Revealing revealing;
    @Inject
    IdentityReading reading;
    @Inject
    StaffUsers users;
    @Inject
    KeptAnswers answers;
    @Inject
    AnswerKeeping answerKeeping;
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private long person(String first) throws Exception {
        return registered(new NewCustomer(Customer.Kind.PERSON, Map.of(Particular.FIRST_NAME, first, Particular.LAST_NAME, mark), List.of(), List.of()));
    }

    private long company(String name) throws Exception {
        return registered(new NewCustomer(Customer.Kind.COMPANY, Map.of(Particular.NAME, name + " " + mark), List.of(), List.of()));
    }

    private long registered(NewCustomer customer) throws Exception {
        return As.user("dana", () -> ((Registered) registration.register(customer, true)).customerId());
    }

    private Identity identity(long id) throws Exception {
        return As.user("dana", () -> reading.of(id));
    }

    private int version(long id) throws Exception {
        return identity(id).version();
    }

    private List<String> audited(long id) {
        return system.inTransaction(() -> entities.createQuery("select a.actor || ' ' || a.action || ' ' || coalesce(a.detail, '') from AuditEntry a where a.subject = 'customer' and a.subjectId = :id order by a.id", String.class).setParameter("id", id).getResultList());
    }

    private static void refused(String code, As.Step act) throws Exception {
        As.run("dana", () -> Refusals.refused(code, act::run));
    }

    /** A valid identity number nobody has. */
    private String freshNationalId() {
        for (int number = 30_000_000 + (int) (System.nanoTime() % 50_000_000); ; number++) {
            for (int check = 0; check < 10; check++) {
                String digits = "%08d%d".formatted(number, check);
                if (il.moked.shared.NationalId.parse(digits).isPresent() && system.inTransaction(() -> customers.findByNationalId(new il.moked.shared.NationalId(digits))).isEmpty()) {
                    return digits;
                }
            }
        }
    }

    @Test
    void aPersonIsRegisteredWholeAndWhoHasHisNumberIsHe() throws Exception {
        String nationalId = freshNationalId();
        NewCustomer written = new NewCustomer(Customer.Kind.PERSON, Map.of(Particular.FIRST_NAME, "נועה", Particular.LAST_NAME, mark, Particular.NATIONAL_ID, nationalId, Particular.BIRTH_DATE, "7.3.1985", Particular.STREET, "הרצל", Particular.HOUSE, "12א", Particular.CITY, "רחובות"),
                List.of(new NewIdentifier(Identifier.Kind.PASSPORT, "fr", "12 AB 345")), List.of(new NewContactPoint(ContactPoint.Kind.EMAIL, mark + "@Example.org", "בעבודה")));
        long id = registered(written);
        Identity noa = identity(id);
        assertThat(noa.name()).isEqualTo("נועה " + mark);
        assertThat(noa.addressLine()).isEqualTo("הרצל 12א, רחובות");
        assertThat(noa.maskedNationalId()).endsWith(nationalId.substring(6)).doesNotContain(nationalId.substring(0, 6));
        assertThat(noa.identifiers()).singleElement().satisfies(passport -> assertThat(passport.masked()).isEqualTo("••••345"));
        assertThat(noa.contactPoints()).singleElement().satisfies(mail -> {
            assertThat(mail.address()).isEqualTo(mark + "@example.org");
            assertThat(mail.label()).isEqualTo("בעבודה");
            assertThat(mail.verified()).isFalse();
        });
        refused("customer.number-taken", () -> registration.register(new NewCustomer(Customer.Kind.PERSON, Map.of(Particular.FIRST_NAME, "x", Particular.LAST_NAME, "y", Particular.NATIONAL_ID, nationalId), List.of(), List.of()), true));
        assertThat(audited(id)).contains("dana customer.registered ");
        assertThat(system.inTransaction(() -> customers.findByNationalId(new il.moked.shared.NationalId(nationalId)).map(Customer::id))).contains(id);
    }

    @Test
    void aGuestKeepsHisIdAndTheAddressesHeCameFrom() throws Exception {
        long guest = system.inTransaction(() -> {
            Customer unknown = Customer.guest("Guest " + mark, "he", Instant.now());
            unknown.reachableBy(ContactPoint.Kind.EMAIL, "guest-" + mark + "@example.org", "guest", false, Instant.now());
            customers.add(unknown);
            return unknown.id();
        });
        refused("customer.is-guest", () -> keeping.change(guest, 0, Map.of(Particular.CITY, "x")));
        NewCustomer written = new NewCustomer(Customer.Kind.PERSON, Map.of(Particular.FIRST_NAME, "Guest", Particular.LAST_NAME, mark), List.of(),
                List.of(new NewContactPoint(ContactPoint.Kind.EMAIL, "guest-" + mark + "@example.org", null), new NewContactPoint(ContactPoint.Kind.PHONE, "052-3456789", null)));
        As.run("dana", () -> assertThat(((Registered) registration.registerGuest(guest, 0, written, true)).customerId()).isEqualTo(guest));
        assertThat(identity(guest).kind()).isEqualTo(Customer.Kind.PERSON);
        assertThat(identity(guest).contactPoints()).hasSize(2);
        refused("customer.not-a-guest", () -> registration.registerGuest(guest, identity(guest).version(), written, true));
    }

    @Test
    void whoChangesSaysWhatHeSawAndTheAuditNamesFieldsAndNoValues() throws Exception {
        long id = person("שינוי");
        int seen = version(id);
        int next = As.user("dana", () -> keeping.change(id, seen, Map.of(Particular.CITY, "חיפה", Particular.BIRTH_DATE, "1.1.1990")).version());
        assertThat(next).isEqualTo(version(id)).isNotEqualTo(seen);
        As.run("yossi", () -> assertThatThrownBy(() -> keeping.change(id, seen, Map.of(Particular.CITY, "אילת"))).isInstanceOf(StaleVersionException.class));
        assertThat(identity(id).particulars()).containsEntry(Particular.CITY, "חיפה");
        assertThat(audited(id)).contains("dana customer.changed birthDate, city").noneMatch(entry -> entry.contains("חיפה"));
    }

    @Test
    void ofTwoWhoChangeAtOnceOneIsToldAndNothingIsLost() throws Exception {
        long id = person("יחד");
        int seen = version(id);
        CountDownLatch ready = new CountDownLatch(2);
        List<Object> outcomes = together(() -> changed(id, seen, Particular.CITY, ready), () -> changed(id, seen, Particular.STREET, ready));
        assertThat(outcomes).filteredOn(StaleVersionException.class::isInstance).hasSize(1);
        assertThat(identity(id).particulars().keySet()).filteredOn(List.of(Particular.CITY, Particular.STREET)::contains).hasSize(1);
    }

    private Object changed(long id, int seen, Particular which, CountDownLatch ready) throws Exception {
        return As.user("dana", () -> {
            ready.countDown();
            ready.await();
            try {
                return keeping.change(id, seen, Map.of(which, mark));
            } catch (BusinessException refused) {
                return refused;
            }
        });
    }

    @SafeVarargs
    private static List<Object> together(Callable<Object>... acts) throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(acts.length);
        try {
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> outcome : both.invokeAll(List.of(acts))) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void contactPointsAreProvedPreferredAndRemovedAndTheUsualCallerIsFirstOfThoseWhoShareANumber() throws Exception {
        String phone = "+97252" + (1_000_000 + Math.floorMod(mark.hashCode(), 8_000_000));
        long one = person("אחת");
        long other = person("אחרת");
        long pointOfOne = As.user("dana", () -> keeping.addContactPoint(one, version(one), new NewContactPoint(ContactPoint.Kind.PHONE, phone, null)).id());
        long pointOfOther = As.user("dana", () -> keeping.addContactPoint(other, version(other), new NewContactPoint(ContactPoint.Kind.PHONE, phone, "בבית")).id());
        assertThat(reached(phone)).containsExactly(one, other);
        As.run("dana", () -> keeping.changeContactPoint(other, version(other), pointOfOther, new ContactPointChange("נייד", true, true, true)));
        assertThat(reached(phone)).as("the hint puts her first and decides nothing").containsExactly(other, one);
        assertThat(identity(other).contactPoints()).singleElement().satisfies(point -> {
            assertThat(point.verified() && point.preferred() && point.usualCaller()).isTrue();
            assertThat(point.label()).isEqualTo("נייד");
        });
        As.run("dana", () -> keeping.changeContactPoint(one, version(one), pointOfOne, ContactPointChange.usualCaller(true)));
        assertThat(identity(other).contactPoints()).noneMatch(IdentityReading.Reach::usualCaller);
        As.run("dana", () -> keeping.removeContactPoint(one, version(one), pointOfOne));
        assertThat(reached(phone)).containsExactly(other);
        refused("customer.unknown-reach", () -> keeping.removeContactPoint(one, reading.of(one).version(), pointOfOne));
        refused("customer.reach-twice", () -> keeping.addContactPoint(other, reading.of(other).version(), new NewContactPoint(ContactPoint.Kind.PHONE, phone, null)));
        As.run("dana", () -> assertThat(keeping.addContactPoint(one, version(one), new NewContactPoint(ContactPoint.Kind.PHONE, phone, null)).id()).as("the same again").isEqualTo(pointOfOne));
    }

    private List<Long> reached(String phone) {
        return system.inTransaction(() -> customers.reachedBy(ContactPoint.Kind.PHONE, phone).stream().map(Customer::id).toList());
    }

    @Test
    void householdsCompaniesAndThoseWhoActForThem() throws Exception {
        long mother = person("אם");
        long child = person("בת");
        long household = As.user("dana", () -> relating.livesWith(mother, child, HouseholdMember.Part.CHILD));
        Ties ofChild = As.user("dana", () -> reading.tiesOf(child));
        assertThat(ofChild.households()).singleElement().satisfies(home -> {
            assertThat(home.id()).isEqualTo(household);
            assertThat(home.part()).isEqualTo(HouseholdMember.Part.CHILD);
            assertThat(home.others()).extracting(mate -> mate.person().id()).containsExactly(mother);
        });
        refused("customer.household-twice", () -> relating.livesWith(mother, child, HouseholdMember.Part.OTHER));
        refused("customer.self", () -> relating.livesWith(mother, mother, HouseholdMember.Part.OTHER));
        As.run("dana", () -> relating.leavesHousehold(child, household));
        assertThat(As.user("dana", () -> reading.tiesOf(child)).households()).isEmpty();

        long group = company("קבוצה");
        long bakery = company("מאפייה");
        long shop = company("חנות");
        As.run("dana", () -> relating.belongsTo(bakery, version(bakery), group));
        As.run("dana", () -> relating.belongsTo(shop, version(shop), bakery));
        refused("customer.company-circle", () -> relating.belongsTo(group, reading.of(group).version(), shop));
        refused("customer.not-a-company", () -> relating.belongsTo(shop, reading.of(shop).version(), mother));
        Ties ofShop = As.user("dana", () -> reading.tiesOf(shop));
        assertThat(ofShop.above()).extracting(IdentityReading.Other::id).containsExactly(group, bakery);
        assertThat(As.user("dana", () -> reading.tiesOf(group)).daughters()).extracting(IdentityReading.Other::id).containsExactly(bakery);

        long signs = As.user("dana", () -> relating.authorise(bakery, new NewAuthorisation(mother, AuthorisedPerson.Role.SIGNATORY, "1.1.2020", "")));
        As.run("dana", () -> relating.authorise(shop, new NewAuthorisation(mother, AuthorisedPerson.Role.OWNER, "", "")));
        assertThat(As.user("dana", () -> reading.tiesOf(mother)).actsFor()).extracting(one -> one.other().id()).containsExactly(bakery, shop);
        As.run("dana", () -> relating.endAuthorisation(bakery, signs, "31.12.2020"));
        assertThat(As.user("dana", () -> reading.tiesOf(bakery)).authorised()).singleElement().satisfies(one -> assertThat(one.now()).isFalse());
        refused("customer.unknown-relation", () -> relating.endAuthorisation(shop, signs, ""));
        refused("shared.invalid", () -> relating.authorise(bakery, new NewAuthorisation(null, null, "32.1.2020", "")));
        assertThat(audited(bakery)).contains("dana customer.person-authorised SIGNATORY #" + mother);
    }

    @Test
    void twoWhoWouldCloseACircleFromBothEndsDoNot() throws Exception {
        long one = company("א");
        long other = company("ב");
        CountDownLatch ready = new CountDownLatch(2);
        together(() -> belongs(one, other, ready), () -> belongs(other, one, ready));
        List<Long> parents = system.inTransaction(() -> List.of(one, other).stream().flatMap(id -> customers.get(id).parent().stream()).map(Customer::id).toList());
        assertThat(parents).hasSizeLessThanOrEqualTo(1);
    }

    private Object belongs(long company, long parent, CountDownLatch ready) throws Exception {
        return As.user("dana", () -> {
            ready.countDown();
            ready.await();
            try {
                return relating.belongsTo(company, 0, parent);
            } catch (BusinessException | EJBException refused) {
                return refused;
            }
        });
    }

    @Test
    void whatHeSaidLastDecidesAndAllOfItIsKept() throws Exception {
        long id = person("הסכמה");
        assertThat(verdict(id, Channel.SMS)).isEqualTo(ConsentPolicy.Reason.NEVER_ALLOWED);
        As.run("dana", () -> consenting.record(id, new NewConsent(Channel.SMS, Consent.Purpose.PROMOTION, true, Consent.Manner.SPOKEN, "אישר בטלפון לקבל מבצעים", "")));
        assertThat(verdict(id, Channel.SMS)).isEqualTo(ConsentPolicy.Reason.ALLOWED);
        assertThat(verdict(id, Channel.EMAIL)).isEqualTo(ConsentPolicy.Reason.NEVER_ALLOWED);
        As.run("crm", () -> consenting.record(id, new NewConsent(Channel.SMS, Consent.Purpose.PROMOTION, false, Consent.Manner.IN_WRITING, "ביקש הסרה במכתב ישן", "2024-02-01T10:00:00+02:00")));
        assertThat(verdict(id, Channel.SMS)).as("what is heard of later was said before").isEqualTo(ConsentPolicy.Reason.ALLOWED);
        As.run("crm", () -> consenting.record(id, new NewConsent(Channel.SMS, Consent.Purpose.PROMOTION, false, Consent.Manner.WEB_SITE, "הסר", null)));
        assertThat(verdict(id, Channel.SMS)).isEqualTo(ConsentPolicy.Reason.FORBIDDEN);
        assertThat(As.user("dana", () -> reading.consentsOf(id))).singleElement().satisfies(last -> assertThat(last.given()).isFalse());
        var first = As.user("dana", () -> consenting.history(id, null, 2));
        assertThat(first.more()).isTrue();
        var last = first.rows().get(1);
        assertThat(As.user("dana", () -> consenting.history(id, new Consents.Cursor(last.saidAt(), last.id()), 2)).rows()).extracting(Consenting.ConsentLine::recordedBy).containsExactly("crm");
        refused("shared.invalid", () -> consenting.record(id, new NewConsent(Channel.CHAT, null, null, null, "", "tomorrow")));
    }

    private ConsentPolicy.Reason verdict(long id, Channel channel) throws Exception {
        return As.user("dana", () -> consenting.verdict(id, channel, Consent.Purpose.PROMOTION)).reason();
    }

    @Test
    void aNumberIsRevealedToOurOwnPeopleAndItIsWrittenDown() throws Exception {
        String nationalId = freshNationalId();
        long id = registered(new NewCustomer(Customer.Kind.PERSON, Map.of(Particular.FIRST_NAME, "גלוי", Particular.LAST_NAME, mark, Particular.NATIONAL_ID, nationalId), List.of(), List.of()));
        assertThat(As.user("dana", () -> revealing.nationalId(id))).isEqualTo(nationalId);
        assertThat(audited(id)).contains("dana customer.identifier-revealed NATIONAL_ID");
        outsourced(true);
        try {
            refused("customer.outsourced", () -> revealing.nationalId(id));
            refused("customer.outsourced", () -> keeping.change(id, 0, Map.of(Particular.NATIONAL_ID, "")));
            refused("card.not-routed", () -> reading.of(id));
            assertThat(As.user("dana", () -> reading.mayReveal())).isFalse();
        } finally {
            outsourced(false);
        }
        assertThat(audited(id)).filteredOn(entry -> entry.contains("revealed")).hasSize(1);
        As.run("crm", () -> assertThatThrownBy(() -> revealing.nationalId(id)).isInstanceOf(jakarta.ejb.EJBAccessException.class));
    }

    private void outsourced(boolean toAnotherFirm) {
        system.inTransaction(() -> {
            Team team = users.findByName("dana").flatMap(StaffUser::team).orElseThrow();
            team.outsource(toAnotherFirm);
            return null;
        });
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(API.resolve(path)).header("Authorization", "Basic " + Base64.getEncoder().encodeToString(("crm:" + As.PASSWORD).getBytes(StandardCharsets.UTF_8))).header("Accept-Language", "en")
                .header("Content-Type", path.startsWith("soap") ? "text/xml; charset=UTF-8" : method.equals("PATCH") ? "application/merge-patch+json" : "application/json").method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject json(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private String newPerson(String first) {
        return Json.createObjectBuilder().add("kind", "PERSON").add("firstName", first).add("lastName", mark).add("despiteDuplicates", true)
                .add("contactPoints", Json.createArrayBuilder().add(Json.createObjectBuilder().add("kind", "EMAIL").add("address", first + mark + "@example.org"))).build().toString();
    }

    @Test
    void theSameRequestUnderTheSameKeyIsDoneOnce() throws Exception {
        String key = "k-" + mark;
        HttpResponse<String> first = send("POST", "v1/customers", newPerson("once"), "Idempotency-Key", key);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        HttpResponse<String> again = send("POST", "v1/customers", newPerson("once"), "Idempotency-Key", key);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location")).isEqualTo(first.headers().firstValue("Location"));
        assertThat(tag(again)).isEqualTo(tag(first));
        assertThat(again.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(named("once")).isEqualTo(1);

        HttpResponse<String> other = send("POST", "v1/customers", newPerson("other"), "Idempotency-Key", key);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).getString("code")).isEqualTo("shared.request-differs");
        assertThat(json(send("POST", "v1/customers", newPerson("other"))).getString("code")).isEqualTo("shared.request-key");
        assertThat(named("other")).isZero();
    }

    private long named(String first) {
        return system.inTransaction(() -> entities.createQuery("select count(c) from Customer c where c.displayName = :name", Long.class).setParameter("name", first + " " + mark).getSingleResult());
    }

    @Test
    void aRefusalFreesItsKeyAndARequestThatRunsHoldsIt() throws Exception {
        String key = "r-" + mark;
        assertThat(send("POST", "v1/customers", "{\"kind\":\"PERSON\"}", "Idempotency-Key", key).statusCode()).isEqualTo(422);
        assertThat(send("POST", "v1/customers", newPerson("mended"), "Idempotency-Key", key).statusCode()).isEqualTo(201);
        String running = "running-" + mark;
        HttpResponse<String> first = send("POST", "v1/customers", newPerson("running"), "Idempotency-Key", running);
        assertThat(first.statusCode()).isEqualTo(201);
        system.inTransaction(() -> entities.createNativeQuery("update kept_answer set status = null where request_key = ?1").setParameter(1, running).executeUpdate());
        HttpResponse<String> meanwhile = send("POST", "v1/customers", newPerson("running"), "Idempotency-Key", running);
        assertThat(meanwhile.statusCode()).isEqualTo(409);
        assertThat(json(meanwhile).getString("code")).isEqualTo("shared.request-running");
    }

    @Test
    void ofManyAtOnceUnderOneKeyOneIsDone() throws Exception {
        Callable<Object> act = () -> send("POST", "v1/customers", newPerson("many"), "Idempotency-Key", "m-" + mark).statusCode();
        assertThat(together(act, act, act, act)).contains(201).allMatch(status -> List.of(201, 409).contains(status));
        assertThat(named("many")).isEqualTo(1);
    }

    @Test
    void whatIsKeptOfAnswersIsForgottenAfterADay() {
        Instant yesterday = Instant.now().minus(AnswerKeeping.KEPT).minusSeconds(60);
        system.inTransaction(() -> answers.take("crm", "old-" + mark, "f", yesterday) && answers.take("crm", "new-" + mark, "f", Instant.now()));
        answerKeeping.forget();
        assertThat(system.inTransaction(() -> answers.find("crm", "old-" + mark))).isEmpty();
        assertThat(system.inTransaction(() -> answers.find("crm", "new-" + mark))).isPresent();
    }

    @Test
    void aCustomerIsReadAndChangedWithTags() throws Exception {
        HttpResponse<String> made = send("POST", "v1/customers", newPerson("tagged"), "Idempotency-Key", "t-" + mark);
        String customer = "v1/customers/" + json(made).getInt("id");
        assertThat(made.headers().firstValue("Location").orElse("")).endsWith(customer);
        HttpResponse<String> read = send("GET", customer, null);
        assertThat(tag(read)).isEqualTo(tag(made));
        assertThat(send("GET", customer, null, "If-None-Match", tag(read)).statusCode()).isEqualTo(304);
        HttpResponse<String> blind = send("PATCH", customer, "{\"city\":\"חיפה\"}");
        assertThat(blind.statusCode()).isEqualTo(428);
        assertThat(json(blind).getString("code")).isEqualTo("shared.if-match-missing");
        HttpResponse<String> changed = send("PATCH", customer, "{\"city\":\"חיפה\",\"birthDate\":\"1985-03-07\",\"language\":\"en\"}", "If-Match", tag(read));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(json(changed).getJsonObject("customer").getString("birthDate")).isEqualTo("1985-03-07");
        HttpResponse<String> stale = send("PATCH", customer, "{\"city\":\"אילת\"}", "If-Match", tag(read));
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).getString("code")).isEqualTo("shared.conflict");
        HttpResponse<String> cleared = send("PATCH", customer, "{\"city\":null}", "If-Match", tag(changed));
        assertThat(json(cleared).getJsonObject("customer").containsKey("city")).isFalse();
        assertThat(json(cleared).getJsonObject("customer").getString("birthDate")).isEqualTo("1985-03-07");

        HttpResponse<String> wrong = send("PATCH", customer, "{\"nationalId\":\"123456789\",\"firstName\":null}", "If-Match", tag(cleared));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(json(wrong).getJsonArray("errors").getValuesAs(JsonObject.class)).extracting(error -> error.getString("field") + " " + error.getString("code")).containsExactlyInAnyOrder("nationalId shared.national-id", "firstName shared.required");
        assertThat(json(send("PATCH", customer, "{\"sity\":\"x\"}", "If-Match", tag(cleared))).getJsonArray("errors").getJsonObject(0).getString("field")).isEqualTo("sity");
        assertThat(send("PATCH", customer, "{", "If-Match", tag(cleared)).statusCode()).isEqualTo(400);
    }

    @Test
    void howHeIsReachedAndWhatHeAllowsOverRest() throws Exception {
        HttpResponse<String> made = send("POST", "v1/customers", newPerson("rest"), "Idempotency-Key", "a-" + mark);
        String customer = "v1/customers/" + json(made).getInt("id");
        HttpResponse<String> wrong = send("POST", customer + "/contact-points", "{\"kind\":\"PHONE\",\"address\":\"12\"}", "Idempotency-Key", "b-" + mark, "If-Match", tag(made));
        assertThat(json(wrong).getJsonArray("errors").getJsonObject(0).getString("text")).isEqualTo("The phone number is not valid.");
        HttpResponse<String> added = send("POST", customer + "/contact-points", "{\"kind\":\"PHONE\",\"address\":\"052-345 6789\"}", "Idempotency-Key", "b-" + mark, "If-Match", tag(made));
        assertThat(added.statusCode()).isEqualTo(201);
        String point = URI.create(added.headers().firstValue("Location").orElseThrow()).getPath().replace("/moked/api/", "");
        HttpResponse<String> proved = send("PATCH", point, "{\"verified\":true,\"preferred\":true}", "If-Match", tag(added));
        assertThat(json(proved).getJsonArray("contactPoints").getJsonObject(1).getBoolean("verified")).isTrue();
        HttpResponse<String> gone = send("DELETE", point, null, "If-Match", tag(proved));
        assertThat(gone.statusCode()).isEqualTo(204);
        assertThat(json(send("GET", customer, null)).getJsonArray("contactPoints")).hasSize(1);
        HttpResponse<String> passport = send("POST", customer + "/identifiers", "{\"kind\":\"PASSPORT\",\"country\":\"FR\",\"number\":\"12AB345\"}", "Idempotency-Key", "p-" + mark, "If-Match", tag(gone));
        assertThat(json(passport).getJsonArray("identifiers").getJsonObject(0).getString("masked")).isEqualTo("••••345");

        String consent = "{\"channel\":\"SMS\",\"purpose\":\"PROMOTION\",\"given\":true,\"manner\":\"WEB_SITE\",\"wording\":\"אני מאשר\"}";
        assertThat(send("POST", customer + "/consents", consent, "Idempotency-Key", "c-" + mark).statusCode()).isEqualTo(201);
        assertThat(json(send("GET", customer + "/consents/verdict?channel=SMS&purpose=PROMOTION", null)).getBoolean("may")).isTrue();
        assertThat(json(send("GET", customer + "/consents/verdict?channel=EMAIL&purpose=PROMOTION", null)).getString("reason")).isEqualTo("NEVER_ALLOWED");
        assertThat(json(send("GET", customer + "/consents", null)).getJsonArray("items").getJsonObject(0).getString("wording")).isEqualTo("אני מאשר");
        assertThat(json(send("GET", customer + "/relations", null)).getJsonArray("households")).isEmpty();
        long company = company("rest");
        HttpResponse<String> authorised = send("POST", "v1/customers/" + company + "/authorised-persons", "{\"personId\":" + json(made).getInt("id") + ",\"role\":\"OWNER\"}", "Idempotency-Key", "o-" + mark);
        assertThat(authorised.statusCode()).isEqualTo(201);
        assertThat(json(send("GET", customer + "/relations", null)).getJsonArray("actsFor").getJsonObject(0).getInt("customerId")).isEqualTo((int) company);
        assertThat(send("PUT", "v1/customers/" + company + "/parent", "{\"companyId\":" + company + "}", "If-Match", "\"v" + version(company) + "\"").statusCode()).isEqualTo(422);
    }

    private HttpResponse<String> soap(String body) throws IOException, InterruptedException {
        return send("POST", "soap/customer", "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:m=\"urn:moked:customer:1\"><s:Body>" + body + "</s:Body></s:Envelope>");
    }

    private static String element(HttpResponse<String> answer, String name) {
        return answer.body().replaceAll("(?s).*?<" + name + ">([^<]+)<.*", "$1");
    }

    @Test
    void theSameBySoap() throws Exception {
        assertThat(send("GET", "soap/customer?wsdl", null).body()).contains("RegisterCustomer").contains("DuplicatesFault");
        String register = "<m:RegisterCustomer><m:requestKey>s-" + mark + "</m:requestKey><m:kind>PERSON</m:kind><m:particular><m:name>firstName</m:name><m:value>סבון</m:value></m:particular><m:particular><m:name>lastName</m:name><m:value>" + mark
                + "</m:value></m:particular><m:contactPoint><m:kind>EMAIL</m:kind><m:address>soap-" + mark + "@example.org</m:address></m:contactPoint><m:despiteDuplicates>true</m:despiteDuplicates></m:RegisterCustomer>";
        HttpResponse<String> registered = soap(register);
        assertThat(registered.statusCode()).isEqualTo(200);
        String id = element(registered, "id");
        assertThat(element(soap(register), "id")).as("the same key").isEqualTo(id);
        assertThat(named("סבון")).isEqualTo(1);
        assertThat(soap(register.replace("סבון", "אחר")).body()).contains("code>shared.request-differs<");
        HttpResponse<String> found = soap("<m:FindCustomers><m:email>SOAP-" + mark + "@example.org</m:email></m:FindCustomers>");
        assertThat(element(found, "id")).isEqualTo(id);
        String version = element(found, "version");
        String change = "<m:ChangeCustomer><m:id>" + id + "</m:id><m:version>" + version + "</m:version><m:particular><m:name>city</m:name><m:value>עכו</m:value></m:particular></m:ChangeCustomer>";
        assertThat(soap(change).body()).contains("<value>עכו</value>");
        assertThat(soap(change).body()).as("he is of another version now").contains("code>shared.conflict<");
        assertThat(soap("<m:GetCustomer><m:id>999999999</m:id></m:GetCustomer>").body()).contains("code>customer.unknown<");
        HttpResponse<String> wrong = soap(register.replace("s-" + mark, "w-" + mark).replace("lastName", "nationalId"));
        assertThat(wrong.statusCode()).isEqualTo(500);
        assertThat(wrong.body()).contains("field>nationalId<").contains("code>shared.national-id<").contains("field>lastName<");
    }
}
