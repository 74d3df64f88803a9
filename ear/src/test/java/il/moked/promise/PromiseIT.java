// SPDX-License-Identifier: Apache-2.0
package il.moked.promise;

import static il.moked.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.agreement.ejb.AgreementImporting;
import il.moked.agreement.ejb.AgreementKeeping;
import il.moked.agreement.ejb.AgreementKeeping.NewAgreement;
import il.moked.agreement.ejb.AgreementLine;
import il.moked.agreement.ejb.AgreementSetUp;
import il.moked.agreement.ejb.Entitling;
import il.moked.agreement.ejb.OwnedProductLine;
import il.moked.calendar.Calendars;
import il.moked.channel.Channel;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.customer.ejb.Joining;
import il.moked.interaction.AsSystem;
import il.moked.promise.PromiseCounts.Standing;
import il.moked.promise.ejb.PromiseReading;
import il.moked.promise.ejb.Promising;
import il.moked.promise.ejb.Promising.Given;
import il.moked.promise.ejb.Promising.Keeper;
import il.moked.promise.ejb.Promising.NewPromise;
import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable;
import il.moked.shared.StaleVersionException;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Promises from giving to keeping, with the clock of the running server; and the contracts whose calendars they follow. */
@ArquillianTest
public class PromiseIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
    private static final URI API = URI.create("http://localhost:" + (8080 + Integer.getInteger("jboss.socket.binding.port-offset", 0)) + "/moked/api/");

    @Inject
    AsSystem system;
    @Inject
    Promising promising;
    @Inject
    PromiseReading reading;
    @Inject
    Promises promises;
    @Inject
    PromiseCounts counts;
    @Inject
    Customers customers;
    @Inject
    StaffUsers users;
    @Inject
    Joining joining;
    @Inject
    AgreementKeeping keeping;
    @Inject
    AgreementSetUp setUp;
    @Inject
    AgreementImporting importing;
    @Inject
    Entitling entitling;
    @PersistenceContext(unitName = "moked")
    EntityManager entities;
    @Resource
    ManagedExecutorService threads;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void here() {
        Awaitility.pollInSameThread();
    }

    private long customer() {
        return system.inTransaction(() -> {
            Customer person = Customer.person("אורי", "מבחן " + mark, null, Segment.PRIVATE, "he", Instant.now());
            customers.add(person);
            return person.id();
        });
    }

    private Given give(String user, long customer, DueChoice choice, Instant at) throws Exception {
        return As.user(user, () -> promising.give(new NewPromise(customer, null, Channel.PHONE, Promise.Kind.CALL, "לחזור " + mark, choice, at, Keeper.GIVER)));
    }

    private PromiseLine line(long id) {
        return system.inTransaction(() -> promises.line(id));
    }

    private List<PromiseEvent.Kind> steps(long id) {
        return system.inTransaction(() -> promises.events(id).stream().map(PromiseEvent::kind).toList());
    }

    /** What is counted of the team of these agents for a day. */
    private Standing standing(LocalDate day) {
        return system.inTransaction(() -> counts.standings(day, day).stream().filter(standing -> standing.code().equals("service")).findFirst().orElse(new Standing(0, "service", "", "", 0, 0, 0, 0, 0, 0)));
    }

    /** Given that long ago and due a moment ago; the clock has not looked yet. */
    private long overdue(long customer, Duration since, Instant escalate) {
        return system.inTransaction(() -> {
            Instant now = Instant.now();
            StaffUser dana = users.findByName("dana").orElseThrow();
            Promise promise = new Promise(customer, Promise.Kind.CHECK, "לבדוק " + mark, dana, dana.team().orElseThrow(), new Promise.Origin(null, Channel.CHAT, "dana", now.minus(Duration.ofHours(4))),
                    new Promise.Deadline(PromisedTime.as(now.minus(since)), LocalDate.ofInstant(now.minus(since), ZONE), Calendars.DEFAULT, null, escalate));
            promises.add(promise);
            return promise.id();
        });
    }

    private AgreementLine agreement(long customer, String level, String template, String grants) throws Exception {
        As.run("admin", () -> {
            setUp.saveLevel(level, -1, "{\"level\":{\"hebrewName\":\"רמה\",\"englishName\":\"Level\",\"calendar\":\"always\",\"answerMinutes\":30,\"active\":true}}");
            setUp.saveTemplate(template, -1, "{\"template\":{\"hebrewName\":\"תבנית\",\"englishName\":\"Template\",\"kind\":\"MAINTENANCE\",\"level\":\"" + level + "\",\"months\":12,\"active\":true},\"entitlements\":" + grants + "}");
        });
        As.user("michal", () -> keeping.add(customer, new NewAgreement("T-" + template, template, null, null)));
        return As.user("dana", () -> entitling.agreementsOf(customer)).get(0);
    }

    @Test
    void aPromiseIsDueOnTheCalendarOfTheContractElseOnThatOfTheOrganisation() throws Exception {
        long without = customer();
        Instant night = nextSaturday();
        Given moved = give("dana", without, null, night);
        assertThat(moved.due().moved()).isEqualTo(PromisedTime.Moved.DAY);
        assertThat(moved.due().wished()).isEqualTo(night);
        assertThat(moved.due().at()).isEqualTo(Calendars.israeli().nextOpening(night));
        long with = customer();
        agreement(with, "l-" + mark, "t-" + mark, "[]");
        assertThat(give("dana", with, null, night).due()).as("day and night").isEqualTo(PromisedTime.as(night));
        PromiseLine line = line(moved.id());
        assertThat(line.ownerName()).isEqualTo("dana");
        assertThat(line.teamCode()).isEqualTo("service");
        assertThat(line.wishedAt()).isEqualTo(night);
        assertThat(steps(moved.id())).containsExactly(PromiseEvent.Kind.GIVEN);
        assertThat(audited(moved.id())).containsExactly("dana promise.given");
        assertThat(As.user("yossi", () -> reading.marks(List.of(without, with))).get(without).due()).isEqualTo(line.dueAt());
    }

    private static Instant nextSaturday() {
        LocalDate day = LocalDate.now(ZONE).plusDays(1);
        while (day.getDayOfWeek() != java.time.DayOfWeek.SATURDAY) {
            day = day.plusDays(1);
        }
        return day.atTime(LocalTime.of(3, 0)).atZone(ZONE).toInstant();
    }

    private List<String> audited(long promise) {
        return system.inTransaction(() -> entities.createQuery("select a.actor || ' ' || a.action from AuditEntry a where a.subject = 'promise' and a.subjectId = :id order by a.id", String.class).setParameter("id", promise).getResultList());
    }

    @Test
    void theClockBreaksWhatNobodyKeptTellsASupervisorAndLateIsNotInTime() throws Exception {
        long customer = customer();
        Instant now = Instant.now();
        LocalDate day = LocalDate.ofInstant(now.minusSeconds(1), ZONE);
        Standing before = standing(day);
        long id = overdue(customer, Duration.ofSeconds(1), now.minusSeconds(1));
        await().atMost(PATIENCE).until(() -> steps(id).contains(PromiseEvent.Kind.ESCALATED));
        assertThat(line(id).state()).isEqualTo(Promise.State.BROKEN);
        assertThat(standing(day).broken()).isEqualTo(before.broken() + 1);
        assertThat(As.user("dana", () -> reading.marks(List.of(customer))).get(customer).broken()).isTrue();
        assertThat(As.user("michal", reading::broken)).extracting(PromiseLine::id).contains(id);
        assertThat(As.user("dana", () -> promising.keep(id, null, Promise.Proof.CALL, mark))).as("in time").isFalse();
        assertThat(line(id).state()).isEqualTo(Promise.State.KEPT_LATE);
        assertThat(standing(day).keptLate()).isEqualTo(before.keptLate() + 1);
        assertThat(standing(day).broken()).as("it stays broken").isEqualTo(before.broken() + 1);
        assertThat(standing(day).kept()).isEqualTo(before.kept());
        As.run("dana", () -> promising.undo(id));
        assertThat(line(id).state()).isEqualTo(Promise.State.BROKEN);
        assertThat(standing(day).keptLate()).isEqualTo(before.keptLate());
        As.run("dana", () -> promising.cancel(id, null, "not wanted any more"));
        assertThat(standing(day).cancelled()).as("cancelling washes nothing clean").isEqualTo(before.cancelled());
        assertThat(steps(id)).startsWith(PromiseEvent.Kind.BROKEN, PromiseEvent.Kind.ESCALATED, PromiseEvent.Kind.KEPT, PromiseEvent.Kind.REOPENED).endsWith(PromiseEvent.Kind.CANCELLED);
        assertThat(As.user("michal", () -> reading.behind("service", 2, PromiseCounts.Counted.BROKEN, null, 100)).rows()).extracting(PromiseLine::id).contains(id);
    }

    @Test
    void whatWasKeptIsCountedAndTakenBack() throws Exception {
        Given given = give("dana", customer(), DueChoice.THREE_DAYS, null);
        LocalDate day = LocalDate.ofInstant(given.due().at(), ZONE);
        Standing before = standing(day);
        assertThat(As.user("yossi", () -> promising.keep(given.id(), 0, Promise.Proof.NOTE, "נמסר " + mark))).isTrue();
        assertThat(standing(day).kept()).isEqualTo(before.kept() + 1);
        As.run("dana", () -> {
            refused("promise.ended", () -> promising.keep(given.id(), null, Promise.Proof.CALL, null));
            assertThatThrownBy(() -> promising.cancel(given.id(), 0, "late")).isInstanceOf(StaleVersionException.class);
            promising.undo(given.id());
        });
        assertThat(standing(day).kept()).isEqualTo(before.kept());
        assertThat(line(given.id()).state()).isEqualTo(Promise.State.OPEN);
        assertThat(line(given.id()).proof()).isNull();
        As.run("dana", () -> refused("promise.proof", () -> promising.keep(given.id(), null, Promise.Proof.NOTE, " ")));
    }

    @Test
    void theTimeThatWasAgreedLastCountsAndWhatWasPromisedFirstStaysKnown() throws Exception {
        Given given = give("dana", customer(), DueChoice.THREE_DAYS, null);
        LocalDate day = LocalDate.ofInstant(given.due().at(), ZONE);
        LocalDate later = LocalDate.ofInstant(Calendars.israeli().add(given.due().at(), Duration.ofHours(12)), ZONE);
        Standing first = standing(day);
        Standing second = standing(later);
        As.run("dana", () -> {
            refused("promise.why-rescheduled", () -> promising.reschedule(given.id(), 0, new Promising.Within(later), " "));
            refused("promise.due", () -> promising.reschedule(given.id(), 0, null, "away"));
            refused("promise.past", () -> promising.reschedule(given.id(), 0, new Promising.At(Instant.now().minusSeconds(1)), "away"));
            refused("promise.same-time", () -> promising.reschedule(given.id(), 0, new Promising.At(given.due().at()), "away"));
            assertThatThrownBy(() -> promising.reschedule(given.id(), 7, new Promising.Within(later), "away")).isInstanceOf(StaleVersionException.class);
        });
        Given agreed = As.user("yossi", () -> promising.reschedule(given.id(), 0, new Promising.Within(later), "abroad " + mark));
        PromiseLine line = line(given.id());
        assertThat(line.dueAt()).isEqualTo(agreed.due().at());
        assertThat(line.firstDueAt()).isEqualTo(given.due().at());
        assertThat(line.rescheduledWhy()).isEqualTo("abroad " + mark);
        assertThat(standing(day).given()).isEqualTo(first.given() - 1);
        assertThat(standing(later).given()).isEqualTo(second.given() + 1);
        assertThat(standing(later).rescheduled()).isEqualTo(second.rescheduled() + 1);
        assertThat(As.user("dana", () -> reading.steps(given.id()))).last().satisfies(step -> {
            assertThat(step.kind()).isEqualTo(PromiseEvent.Kind.RESCHEDULED);
            assertThat(step.actor()).isEqualTo("yossi");
            assertThat(step.detail()).contains("abroad " + mark).contains(given.due().at().toString());
        });
        assertThat(audited(given.id())).endsWith("yossi promise.rescheduled");
        As.run("dana", () -> promising.reschedule(given.id(), null, new Promising.At(given.due().at()), "back again"));
        assertThat(line(given.id()).firstDueAt()).as("what was promised first").isEqualTo(given.due().at());
        assertThat(standing(later).given()).isEqualTo(second.given());
        assertThat(standing(later).rescheduled()).isEqualTo(second.rescheduled());
        assertThat(standing(day).given()).isEqualTo(first.given());
        assertThat(standing(day).rescheduled()).as("counted once, however often").isEqualTo(first.rescheduled() + 1);
        As.run("dana", () -> promising.assign(given.id(), null, new Keeper(null, "business")));
        assertThat(standing(day).rescheduled()).as("the other team has it now").isEqualTo(first.rescheduled());
        As.run("yossi", () -> refused("promise.not-yours", () -> promising.reschedule(given.id(), null, new Promising.Within(later), "why")));
        long broken = overdue(customer(), Duration.ofSeconds(1), Instant.now().plus(Duration.ofHours(1)));
        As.run("dana", () -> refused("promise.broken", () -> promising.reschedule(broken, null, new Promising.Within(later), "why")));
    }

    @Test
    void onlyItsOwnersTeamAndSupervisorsCancelItAndHandItOn() throws Exception {
        Given given = give("dana", customer(), DueChoice.THREE_DAYS, null);
        LocalDate day = LocalDate.ofInstant(given.due().at(), ZONE);
        Standing before = standing(day);
        As.run("dana", () -> promising.assign(given.id(), null, new Keeper(null, "business")));
        assertThat(standing(day).given()).as("the other team has it now").isEqualTo(before.given() - 1);
        assertThat(line(given.id()).ownerName()).isNull();
        As.run("yossi", () -> {
            refused("promise.not-yours", () -> promising.cancel(given.id(), null, "why"));
            refused("promise.not-yours", () -> promising.take(given.id()));
        });
        As.run("michal", () -> promising.take(given.id()));
        assertThat(line(given.id()).ownerName()).isEqualTo("michal");
        assertThat(As.user("yossi", () -> reading.myTeams(null, 100)).rows()).extracting(PromiseLine::id).contains(given.id());
        As.run("yossi", () -> promising.cancel(given.id(), null, "requested by the customer"));
        assertThat(standing(day).cancelled()).isEqualTo(before.cancelled() + 1);
        As.run("admin", () -> assertThatThrownBy(() -> promising.cancel(given.id(), null, "x")).isInstanceOf(EJBAccessException.class));
    }

    @Test
    void whatMakesNoPromiseIsRefused() throws Exception {
        long customer = customer();
        As.run("dana", () -> {
            refused("promise.text", () -> promising.give(new NewPromise(customer, null, Channel.PHONE, Promise.Kind.CALL, " ", DueChoice.TODAY_STILL, null, Keeper.GIVER)));
            refused("promise.text", () -> promising.give(new NewPromise(customer, null, Channel.PHONE, Promise.Kind.CALL, "x".repeat(501), DueChoice.TODAY_STILL, null, Keeper.GIVER)));
            refused("promise.due", () -> promising.give(new NewPromise(customer, null, Channel.PHONE, Promise.Kind.CALL, "x", null, null, Keeper.GIVER)));
            refused("promise.past", () -> promising.give(new NewPromise(customer, null, Channel.PHONE, Promise.Kind.CALL, "x", null, Instant.now().minusSeconds(1), Keeper.GIVER)));
            refused("promise.far", () -> promising.give(new NewPromise(customer, null, Channel.PHONE, Promise.Kind.CALL, "x", null, Instant.now().plus(Duration.ofDays(400)), Keeper.GIVER)));
            refused("promise.channel", () -> promising.give(new NewPromise(customer, null, null, Promise.Kind.CALL, "x", DueChoice.TODAY_STILL, null, Keeper.GIVER)));
            refused("promise.keeper", () -> promising.give(new NewPromise(customer, null, Channel.PHONE, Promise.Kind.CALL, "x", DueChoice.TODAY_STILL, null, new Keeper("nobody", null))));
            refused("customer.unknown", () -> promising.give(new NewPromise(-1, null, Channel.PHONE, Promise.Kind.CALL, "x", DueChoice.TODAY_STILL, null, Keeper.GIVER)));
        });
        Given card = As.user("dana", () -> promising.give(new NewPromise(customer, null, Channel.PHONE, Promise.Kind.REFUND, "to 4580 4580 4580 4580\u202Eevil", DueChoice.THREE_DAYS, null, Keeper.GIVER)));
        assertThat(line(card.id()).text()).doesNotContain("4580 4580 4580 4580").doesNotContain("\u202E");
    }

    @Test
    void whatAGuestWasPromisedGoesWithHim() throws Exception {
        long guest = system.inTransaction(() -> {
            Customer unknown = Customer.guest("Guest " + mark, "he", Instant.now());
            customers.add(unknown);
            return unknown.id();
        });
        long customer = customer();
        Given given = give("dana", guest, DueChoice.THREE_DAYS, null);
        As.run("dana", () -> joining.join(guest, customer));
        assertThat(line(given.id()).customerId()).isEqualTo(customer);
        assertThat(As.user("dana", () -> reading.ofCustomer(customer)).pending()).extracting(PromiseLine::id).containsExactly(given.id());
    }

    @Test
    void whoTakesTheLastOneAtTheSameMomentDoesNotGetItTwice() throws Exception {
        long customer = customer();
        AgreementLine agreement = agreement(customer, "u-" + mark, "v-" + mark, "[{\"kind\":\"VISIT\",\"period\":\"YEAR\",\"quantity\":10}]");
        long visits = agreement.entitlements().get(0).id();
        List<Future<Boolean>> attempts = new ArrayList<>();
        for (int attempt = 0; attempt < 30; attempt++) {
            attempts.add(threads.submit(() -> As.user("crm", () -> {
                try {
                    entitling.use(visits, 1, null, null);
                    return true;
                } catch (BusinessException refusal) {
                    assertThat(refusal.code()).isEqualTo("agreement.used-up");
                    return false;
                }
            })));
        }
        int used = 0;
        for (Future<Boolean> attempt : attempts) {
            used += attempt.get() ? 1 : 0;
        }
        assertThat(used).isEqualTo(10);
        assertThat(left(customer)).isZero();
    }

    private int left(long customer) throws Exception {
        return As.user("dana", () -> entitling.agreementsOf(customer)).get(0).entitlements().get(0).left();
    }

    @Test
    void anEntitlementIsUsedOncePerReferenceGivenBackOnceAndWholeAgainInTheNextPeriod() throws Exception {
        long customer = customer();
        AgreementLine agreement = agreement(customer, "p-" + mark, "q-" + mark, "[{\"kind\":\"CALL\",\"period\":\"MONTH\",\"quantity\":3}]");
        long calls = agreement.entitlements().get(0).id();
        long use = As.user("dana", () -> entitling.use(calls, 2, "ref-" + mark, "שיחה"));
        assertThat(As.user("dana", () -> entitling.use(calls, 2, "ref-" + mark, null))).isEqualTo(use);
        assertThat(left(customer)).isEqualTo(1);
        As.run("dana", () -> refused("agreement.used-up", () -> entitling.use(calls, 2, null, null)));
        As.run("dana", () -> {
            entitling.giveBack(use);
            entitling.giveBack(use);
        });
        assertThat(left(customer)).isEqualTo(3);
        As.run("dana", () -> entitling.use(calls, 3, null, null));
        // two months pass
        system.inTransaction(() -> entities.createNativeQuery("update entitlement set period_from = ?1, period_until = ?2 where id = ?3").setParameter(1, LocalDate.now().minusMonths(2)).setParameter(2, LocalDate.now().minusMonths(1)).setParameter(3, calls).executeUpdate());
        assertThat(left(customer)).isEqualTo(3);
        As.run("dana", () -> entitling.use(calls, 1, null, null));
        assertThat(left(customer)).isEqualTo(2);
        As.run("michal", () -> {
            AgreementLine now = entitling.agreementsOf(customer).get(0);
            refused("agreement.dates", () -> keeping.runsUntil(now.id(), now.version(), now.from().minusDays(1)));
            keeping.runsUntil(now.id(), now.version(), now.from());
            assertThatThrownBy(() -> keeping.runsUntil(now.id(), now.version(), null)).isInstanceOf(StaleVersionException.class);
            refused("agreement.number-taken", () -> keeping.add(customer, new NewAgreement(now.number(), "q-" + mark, null, null)));
        });
    }

    @Test
    void aFileIsTriedFirstToldOfWithItsLinesAndBroughtInWholeOrNotAtAll() throws Exception {
        long customer = customer();
        String company = "5" + (10_000_000 + Math.abs(mark.hashCode()) % 89_999_999);
        long owner = system.inTransaction(() -> {
            Customer known = Customer.company("חברה " + mark, company, "he", Instant.now());
            customers.add(known);
            return known.id();
        });
        agreement(customer, "f-" + mark, "g-" + mark, "[]");
        String lines = "number,customer,template,from,until\nF-" + mark + "," + company + ",g-" + mark + ",2026-01-01,\n";
        String wrong = lines + "F-" + mark + "," + company + ",g-" + mark + ",2026-01-01,\nG-" + mark + ",nobody,g-" + mark + ",,\nH-" + mark + "," + company + ",none,,\nI-" + mark + "," + company + ",g-" + mark + ",2026-02-30,\nJ-" + mark + "," + company + ",g-" + mark
                + ",2026-02-01,2026-01-01\n";
        CsvTable.Outcome refused = As.user("admin", () -> importing.contracts(wrong, false));
        assertThat(refused.wrong()).extracting(CsvTable.Wrong::line).containsExactly(3, 4, 5, 6, 7);
        assertThat(refused.wrong()).extracting(one -> one.why().code()).containsExactly("agreement.number-taken", "agreement.unknown-customer", "agreement.unknown-template", "shared.day", "agreement.dates");
        assertThat(As.user("admin", () -> importing.contracts(lines, true)).good()).isTrue();
        assertThat(As.user("dana", () -> entitling.agreementsOf(owner))).as("tried only").isEmpty();
        assertThat(As.user("admin", () -> importing.contracts(lines, false)).good()).isTrue();
        assertThat(As.user("dana", () -> entitling.agreementsOf(owner))).extracting(AgreementLine::number).containsExactly("F-" + mark);
        String products = "customer,sku,name,serial,boughtOn,warrantyUntil,manual,agreement\n" + company + ",R-1,\"נתב, שחור\",S-" + mark + ",2026-01-01,2099-01-01,https://example.org/r1,F-" + mark + "\n";
        assertThat(As.user("admin", () -> importing.products(products.replace("https", "javascript"), false)).wrong()).extracting(one -> one.why().code()).containsExactly("agreement.manual");
        assertThat(As.user("admin", () -> importing.products(products, false)).good()).isTrue();
        OwnedProductLine router = As.user("dana", () -> entitling.productsOf(owner)).get(0);
        assertThat(router.name()).isEqualTo("נתב, שחור");
        assertThat(router.agreement()).isEqualTo("F-" + mark);
        assertThat(As.user("admin", () -> importing.products(products, true)).wrong()).extracting(one -> one.why().code()).as("the same again").containsExactly("agreement.serial-taken");
        As.run("michal", () -> assertThatThrownBy(() -> importing.products(products, true)).isInstanceOf(EJBAccessException.class));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(("crm:" + As.PASSWORD).getBytes(StandardCharsets.UTF_8))).header("Accept-Language", "en").build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String key, String match, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(API.resolve(path)).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send(match == null ? request : request.header("If-Match", match));
    }

    private static JsonObject json(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    @Test
    void anotherSystemGivesAndKeepsPromisesByRest() throws Exception {
        long customer = customer();
        String path = "v1/customers/" + customer + "/promises";
        String body = "{\"text\":\"לשלוח אישור\",\"kind\":\"SEND\",\"channel\":\"EMAIL\",\"due\":\"THREE_DAYS\",\"team\":\"service\"}";
        HttpResponse<String> given = post(path, "k-" + mark, null, body);
        assertThat(given.statusCode()).isEqualTo(201);
        assertThat(post(path, "k-" + mark, null, body).body()).as("the same again").isEqualTo(given.body());
        assertThat(post(path, null, null, body).statusCode()).isEqualTo(400);
        int id = json(given).getInt("id");
        assertThat(given.headers().firstValue("Location").orElse("")).endsWith("/v1/promises/" + id);
        assertThat(json(given).getString("team")).isEqualTo("service");
        assertThat(json(given).containsKey("owner")).isFalse();
        HttpResponse<String> list = send(HttpRequest.newBuilder(API.resolve(path)));
        assertThat(json(list).getJsonArray("items")).hasSize(1);
        HttpResponse<String> unknown = post(path, "l-" + mark, null, body.replace("SEND", "DANCE"));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(json(unknown).getJsonArray("errors").getJsonObject(0).getString("field")).isEqualTo("kind");
        String tag = given.headers().firstValue("ETag").orElseThrow();
        assertThat(post("v1/promises/" + id + "/keep", "m-" + mark, null, "{\"proof\":\"MESSAGE\"}").statusCode()).as("without having seen it").isEqualTo(428);
        HttpResponse<String> agreed = post("v1/promises/" + id + "/reschedule", "q-" + mark, tag, "{\"due\":\"TOMORROW_NOON\",\"why\":\"asked for it\"}");
        assertThat(agreed.statusCode()).isEqualTo(200);
        assertThat(json(agreed).getString("firstDueAt")).isEqualTo(json(given).getString("dueAt"));
        assertThat(post("v1/promises/" + id + "/reschedule", "r-" + mark, agreed.headers().firstValue("ETag").orElseThrow(), "{\"due\":\"TOMORROW_NOON\"}").statusCode()).isEqualTo(422);
        HttpResponse<String> kept = post("v1/promises/" + id + "/keep", "n-" + mark, agreed.headers().firstValue("ETag").orElseThrow(), "{\"proof\":\"MESSAGE\",\"what\":\"sent\"}");
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(json(kept).getString("state")).isEqualTo("KEPT");
        assertThat(post("v1/promises/" + id + "/cancel", "o-" + mark, tag, "{\"why\":\"late\"}").statusCode()).isEqualTo(412);
        assertThat(json(post("v1/promises/" + id + "/cancel", "p-" + mark, kept.headers().firstValue("ETag").orElseThrow(), "{\"why\":\"late\"}")).getString("code")).isEqualTo("promise.ended");
        assertThat(send(HttpRequest.newBuilder(API.resolve("v1/promises/999999999"))).statusCode()).isEqualTo(404);
        agreement(customer, "r-" + mark, "s-" + mark, "[{\"kind\":\"CALL\",\"period\":\"MONTH\",\"quantity\":3}]");
        JsonObject contract = json(send(HttpRequest.newBuilder(API.resolve("v1/customers/" + customer + "/agreements")))).getJsonArray("items").getJsonObject(0);
        assertThat(contract.getString("number")).isEqualTo("T-s-" + mark);
        assertThat(contract.getJsonArray("entitlements").getJsonObject(0).getInt("left")).isEqualTo(3);
        assertThat(json(send(HttpRequest.newBuilder(API.resolve("v1/customers/" + customer + "/owned-products")))).getJsonArray("items")).isEmpty();
    }

    @Test
    void theSameBySoap() throws Exception {
        long customer = customer();
        String given = soap("<m:GivePromise><m:customerId>" + customer + "</m:customerId><m:text>לחזור</m:text><m:kind>CALL</m:kind><m:channel>PHONE</m:channel><m:due>THREE_DAYS</m:due><m:owner>dana</m:owner></m:GivePromise>");
        assertThat(given).contains("<state>OPEN</state>").contains("<owner>dana</owner>");
        String id = given.replaceFirst("(?s).*<id>(\\d+)</id>.*", "$1");
        assertThat(soap("<m:KeepPromise><m:id>" + id + "</m:id><m:version>7</m:version><m:proof>CALL</m:proof></m:KeepPromise>")).contains("code>shared.conflict<");
        assertThat(soap("<m:ReschedulePromise><m:id>" + id + "</m:id><m:version>0</m:version><m:due>TOMORROW_NOON</m:due><m:why>asked for it</m:why></m:ReschedulePromise>")).contains("<rescheduledWhy>asked for it</rescheduledWhy>").contains("<reschedules>1</reschedules>");
        assertThat(soap("<m:KeepPromise><m:id>" + id + "</m:id><m:version>1</m:version><m:proof>CALL</m:proof></m:KeepPromise>")).contains("<state>KEPT</state>");
        assertThat(soap("<m:ListPromises><m:customerId>" + customer + "</m:customerId></m:ListPromises>")).contains("<proof>CALL</proof>").doesNotContain("<next>");
        assertThat(soap("<m:GivePromise><m:customerId>" + customer + "</m:customerId></m:GivePromise>")).contains("code>shared.invalid<").contains("field>text<");
        assertThat(send(HttpRequest.newBuilder(API.resolve("soap/promise?wsdl"))).body()).contains("PromiseService").contains("CancelPromise");
    }

    private String soap(String body) throws Exception {
        return send(HttpRequest.newBuilder(API.resolve("soap/promise")).header("Content-Type", "text/xml; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:m=\"urn:moked:promise:1\"><s:Body>" + body + "</s:Body></s:Envelope>"))).body();
    }
}
