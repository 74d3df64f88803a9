// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import static il.moked.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.card.Timeline;
import il.moked.card.TimelineEntry;
import il.moked.card.TimelineFilter;
import il.moked.casework.ServiceCase;
import il.moked.casework.ServiceCase.About;
import il.moked.casework.ejb.CaseHandling;
import il.moked.casework.ejb.CaseHandling.NewCase;
import il.moked.casework.ejb.CaseReading;
import il.moked.catalog.ejb.CatalogImporting.Imported;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.dispatch.ejb.Booking.Lack;
import il.moked.dispatch.ejb.Booking.Offers;
import il.moked.dispatch.ejb.Booking.Wanted;
import il.moked.dispatch.ejb.Booking;
import il.moked.dispatch.ejb.DayPlanning;
import il.moked.dispatch.ejb.Dispatching;
import il.moked.dispatch.ejb.TechnicianKeeping.Post;
import il.moked.dispatch.ejb.TechnicianKeeping.TechnicianLine;
import il.moked.dispatch.ejb.TechnicianKeeping;
import il.moked.dispatch.ejb.TownKeeping.TownLine;
import il.moked.dispatch.ejb.TownKeeping;
import il.moked.dispatch.ejb.VisitKindKeeping;
import il.moked.dispatch.ejb.VisitReading.Conflict;
import il.moked.dispatch.ejb.VisitReading.VisitLine;
import il.moked.dispatch.ejb.VisitReading;
import il.moked.dispatch.ejb.VisitWork.End;
import il.moked.dispatch.ejb.VisitWork;
import il.moked.interaction.AsSystem;
import il.moked.shared.CsvTable;
import il.moked.shared.Page;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Visits from the window that is offered to the signature, with the demo's four technicians. Each test has a day of its own. */
@ArquillianTest
public class DispatchIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final URI API = URI.create("http://localhost:" + (8080 + Integer.getInteger("jboss.socket.binding.port-offset", 0)) + "/moked/api/");
    private static final String STROKES = "M10,10 L20,30 L40,12 M50,50 L60,60";

    @Inject
    AsSystem system;
    @Inject
    CaseHandling handling;
    @Inject
    CaseReading caseReading;
    @Inject
    Booking booking;
    @Inject
    DayPlanning planning;
    @Inject
    Dispatching dispatching;
    @Inject
    VisitReading reading;
    @Inject
    VisitWork work;
    @Inject
    TechnicianKeeping technicianKeeping;
    @Inject
    TownKeeping townKeeping;
    @Inject
    VisitKindKeeping kindKeeping;
    @Inject
    StaffUsers users;
    @Inject
    Customers customers;
    @Inject
    Technicians technicians;
    @Inject
    Visits visits;
    @Inject
    Timeline timeline;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void here() {
        Awaitility.pollInSameThread();
    }

    /** A full working day, so many days from now. */
    private static LocalDate day(int from) {
        LocalDate day = LocalDate.now(VisitLaw.ZONE).plusDays(from);
        while (VisitLaw.hoursOf(day).isEmpty() || Duration.between(VisitLaw.hoursOf(day).get(0).from(), VisitLaw.hoursOf(day).get(0).to()).toHours() < 11) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(VisitLaw.ZONE).toInstant();
    }

    private long matter() throws Exception {
        long customer = system.inTransaction(() -> {
            Customer person = Customer.person("תמר", "ביקור " + mark, null, Segment.PRIVATE, "he", Instant.now());
            customers.add(person);
            return person.id();
        });
        return As.user("dana", () -> handling.open(new NewCase(customer, new About(ServiceCase.Kind.FAULT, null, "אין קליטה " + mark, "", "RTR-AX3000", null), null, null)));
    }

    private Wanted wanted(String kind, String town) throws Exception {
        return new Wanted(matter(), kind, town, "הרצל 1", null, null, Map.of(), 0, null);
    }

    private long book(String kind, String town, LocalDate day, int hour) throws Exception {
        Wanted wanted = wanted(kind, town);
        return As.user("dana", () -> booking.book(wanted, at(day, hour), at(day, hour + 2)));
    }

    private VisitLine line(long id) throws Exception {
        return As.user("michal", () -> reading.get(id));
    }

    /** Of the customer who is visited. */
    private List<TimelineEntry> history(long id) {
        return system.inTransaction(() -> timeline.of(visits.get(id).customerId(), TimelineFilter.NONE, null, 20)).rows();
    }

    private String technicianOf(long id) {
        return system.inTransaction(() -> visits.get(id).technician().map(one -> one.user().userName()).orElse(null));
    }

    private long technician(String name) {
        return system.inTransaction(() -> technicians.working().stream().filter(one -> one.user().userName().equals(name)).findFirst().orElseThrow().id());
    }

    @Test
    void whoeverIsNotFreeIsNotPromisedAndTheBestAlternativesAreOffered() throws Exception {
        LocalDate day = day(14);
        long first = book("electricity", "nahariya", day, 10);
        assertThat(technicianOf(first)).isEqualTo("yusuf");
        assertThat(line(first).conflicts()).isEmpty();
        Wanted second = wanted("electricity", "kiryat-shmona");
        Offers offers = As.user("dana", () -> booking.offers(second, at(day, 10)));
        assertThat(offers.wished()).isNull();
        assertThat(offers.lack()).isEqualTo(Lack.FULL);
        assertThat(offers.others()).isNotEmpty().allSatisfy(offer -> assertThat(offer.otherTerritory()).isFalse());
        refused("dispatch.not-free", () -> As.user("dana", () -> booking.book(second, at(day, 10), at(day, 12))));
        long other = As.user("dana", () -> booking.book(second, offers.others().get(0).from(), offers.others().get(0).to()));
        assertThat(technicianOf(other)).isEqualTo("yusuf");
    }

    @Test
    void whereNobodyWorksThoseOfOtherTerritoriesAreNamed() throws Exception {
        Wanted wanted = wanted("electricity", "jerusalem");
        Offers offers = As.user("dana", () -> booking.offers(wanted, at(day(17), 10)));
        assertThat(offers.lack()).isEqualTo(Lack.TERRITORY);
        assertThat(offers.others()).isNotEmpty().allSatisfy(offer -> assertThat(offer.otherTerritory()).isTrue());
    }

    @Test
    void whenATechnicianFallsIllHisVisitsGoToOthersWithinWhatWasPromised() throws Exception {
        LocalDate day = day(21);
        List<Long> booked = List.of(book("repair", "tel-aviv", day, 8), book("repair", "ramat-gan", day, 10), book("repair", "holon", day, 12));
        String ill = technicianOf(booked.get(0));
        As.run("michal", () -> dispatching.absent(technician(ill), day, true));
        await().atMost(PATIENCE).until(() -> booked.stream().noneMatch(id -> ill.equals(technicianOf(id))) && system.inTransaction(() -> visits.run(day).map(run -> run.state() == PlanningRun.State.DONE).orElse(false)));
        for (long id : booked) {
            assertThat(technicianOf(id)).isNotNull().isNotEqualTo(ill);
            assertThat(line(id).conflicts()).isEmpty();
        }
        As.run("michal", () -> dispatching.absent(technician(ill), day, false));
    }

    @Test
    void whatADispatcherDecidesStaysAndItsConflictsAreShown() throws Exception {
        LocalDate day = day(28);
        long id = book("repair", "tel-aviv", day, 10);
        VisitLine before = line(id);
        As.run("michal", () -> dispatching.move(id, before.version(), technician("avi"), at(day, 13)));
        assertThat(line(id).conflicts()).containsExactly(Conflict.LATE);
        assertThat(line(id).atRisk()).isEqualTo(150);
        As.run("michal", () -> assertThat(planning.plan(day)).isTrue());
        assertThat(technicianOf(id)).isEqualTo("avi");
        VisitLine after = line(id);
        assertThat(after.conflicts()).isEmpty();
        As.run("michal", () -> dispatching.move(id, after.version(), technician("yusuf"), at(day, 10)));
        assertThat(line(id).conflicts()).containsExactly(Conflict.TERRITORY);
    }

    @Test
    void aTechnicianSetsOutArrivesPhotographsAndLetsTheCustomerSign() throws Exception {
        LocalDate day = day(35);
        long id = book("repair", "rehovot", day, 8);
        assertThat(history(id)).anySatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo(TimelineEntry.Kind.VISIT);
            assertThat(entry.state()).isEqualTo("PLANNED");
            assertThat(entry.line("en")).contains("Repair").contains("הרצל 1");
            assertThat(entry.due()).isEqualTo(at(day, 8));
        });
        long matter = line(id).caseId();
        assertThat(state(matter)).as("it waits for him").isEqualTo(ServiceCase.State.APPOINTMENT);
        String who = technicianOf(id);
        String other = who.equals("yusuf") ? "lena" : "yusuf";
        refused("dispatch.unknown", () -> As.run(other, () -> work.setOut(id)));
        refused("dispatch.state", () -> As.user(who, () -> work.arrive(id)));
        As.run(who, () -> work.setOut(id));
        assertThat(As.user(who, () -> work.arrive(id))).isZero();
        refused("dispatch.photo", () -> As.user(who, () -> work.photograph(id, "GIF89a no photo".getBytes(StandardCharsets.US_ASCII))));
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2000, 1000, BufferedImage.TYPE_INT_RGB), "png", png);
        long photo = As.user(who, () -> work.photograph(id, png.toByteArray()));
        assertThat(As.user(who, () -> reading.photo(photo))).startsWith(0xFF, 0xD8);
        refused("dispatch.signature", () -> As.run(who, () -> work.end(id, new End(null, null, Map.of(), "תמר", "<script>"))));
        refused("dispatch.no-part", () -> As.run(who, () -> work.end(id, new End(null, null, Map.of("LTE-BACKUP", 99), "תמר", STROKES))));
        As.run(who, () -> work.end(id, new End(null, "הוחלף הנתב", Map.of("RTR-AX3000", 1), "תמר", STROKES)));
        assertThat(line(id).state()).isEqualTo(Visit.State.DONE);
        assertThat(system.inTransaction(() -> visits.events(id, 20).stream().map(VisitEvent::kind).toList())).contains(VisitEvent.Kind.SET_OUT, VisitEvent.Kind.ARRIVED, VisitEvent.Kind.PHOTO, VisitEvent.Kind.DONE);
        assertThat(fixed(id)).isTrue();
        assertThat(state(matter)).isEqualTo(ServiceCase.State.SOLVED);

        // for the same again within thirty days: the first visit was not enough
        As.run("dana", () -> handling.become(matter, null, ServiceCase.State.REOPENED));
        Wanted again = new Wanted(matter, "repair", "rehovot", "הרצל 1", null, null, Map.of(), 0, null);
        long second = As.user("dana", () -> booking.book(again, at(day, 14), at(day, 16)));
        String next = technicianOf(second);
        As.run(next, () -> work.setOut(second));
        As.run(next, () -> work.arrive(second));
        As.run(next, () -> work.end(second, new End(Visit.Cause.PART, null, Map.of(), null, null)));
        assertThat(line(second).cause()).isEqualTo(Visit.Cause.PART);
        assertThat(fixed(id)).isFalse();
        assertThat(state(matter)).as("it goes on").isEqualTo(ServiceCase.State.OPEN);
    }

    private ServiceCase.State state(long caseId) throws Exception {
        return As.user("dana", () -> caseReading.line(caseId)).state();
    }

    private boolean fixed(long visitId) {
        return system.inTransaction(() -> visits.firstBefore(visits.get(visitId), LocalDate.now(VisitLaw.ZONE)).orElseThrow().fixed());
    }

    @Test
    void anotherSystemAsksForWindowsBooksAndPlans() throws Exception {
        LocalDate day = day(42);
        String asking = Json.createObjectBuilder().add("caseId", matter()).add("kind", "repair").add("locality", "netanya").add("address", "Herzl 3").add("from", at(day, 12).toString()).add("to", at(day, 14).toString()).build().toString();
        JsonObject offers = json(rest("POST", "v1/visits/offers", asking), 200);
        assertThat(Instant.parse(offers.getJsonObject("wished").getString("from"))).isEqualTo(at(day, 12));
        JsonObject visit = json(rest("POST", "v1/visits", asking), 201);
        assertThat(visit.getString("state")).isEqualTo("PLANNED");
        JsonObject planned = json(rest("POST", "v1/visits/plans/" + day, null), 200);
        assertThat(planned.getBoolean("done")).isTrue();
        assertThat(planned.getInt("unplanned")).isZero();
        assertThat(json(rest("GET", "v1/visits?day=" + day, null), 200).getJsonArray("items")).hasSize(1);
        assertThat(json(rest("POST", "v1/visits", asking.replace("netanya", "atlantis")), 404).getString("code")).isEqualTo("dispatch.unknown-locality");
        assertThat(json(rest("GET", "v1/visits?day=today", null), 400).getString("code")).isEqualTo("shared.bad-request");
    }

    @Test
    void whoeverLeavesIsPlannedAroundAndAKindOutOfUseIsNotBooked() throws Exception {
        LocalDate day = day(49);
        String kind = "kind-" + mark;
        String skill = "skill-" + mark;
        VisitKind.Terms terms = new VisitKind.Terms("כיול", "Calibration", 30, skill, null, List.of());
        assertThatThrownBy(() -> As.user("michal", kindKeeping::kinds)).isInstanceOf(EJBAccessException.class);
        As.run("admin", () -> kindKeeping.addKind(kind, terms));
        refused("shared.code-taken", () -> As.run("admin", () -> kindKeeping.addKind(kind, terms)));

        Post post = new Post(null, "haifa", "israel", null, List.of(new Ability(skill, null)), List.of("north"), List.of());
        refused("shared.field-unknown-value", () -> As.user("admin", () -> technicianKeeping.add("nobody-" + mark, post)));
        refused("dispatch.technician-role", () -> As.user("admin", () -> technicianKeeping.add(person("watching-" + mark, Role.SUPERVISOR), post)));
        String leaving = person("leaving-" + mark, Role.AGENT);
        refused("shared.field-unknown-value", () -> As.user("admin", () -> technicianKeeping.add(leaving, new Post(null, "haifa", "israel", null, post.abilities(), List.of("atlantis"), List.of()))));
        refused("dispatch.van-taken", () -> As.user("admin", () -> technicianKeeping.add(leaving, new Post(null, "haifa", "israel", van("moshe"), post.abilities(), post.territories(), List.of()))));
        long left = As.user("admin", () -> technicianKeeping.add(leaving, post));
        refused("dispatch.technician-known", () -> As.user("admin", () -> technicianKeeping.add(leaving, post)));
        long id = book(kind, "haifa", day, 10);
        assertThat(technicianOf(id)).isEqualTo(leaving);

        String staying = person("staying-" + mark, Role.AGENT);
        long stays = As.user("admin", () -> technicianKeeping.add(staying, post));
        TechnicianLine seen = As.user("admin", () -> technicianKeeping.technician(left));
        assertThat(As.user("admin", () -> technicianKeeping.change(left, seen.version(), new Post(seen.home(), null, "israel", null, post.abilities(), post.territories(), List.of("drill")), true))).isZero();
        refused("shared.conflict", () -> As.user("admin", () -> technicianKeeping.change(left, seen.version(), post, false)));
        assertThat(As.user("admin", () -> technicianKeeping.ahead(left))).isEqualTo(1);
        assertThat(As.user("admin", () -> technicianKeeping.change(left, seen.version() + 1, post, false))).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> staying.equals(technicianOf(id)));
        assertThat(line(id).conflicts()).isEmpty();
        refused("dispatch.technician-gone", () -> As.run("michal", () -> dispatching.move(id, line(id).version(), left, at(day, 10))));
        assertThat(As.user("admin", () -> technicianKeeping.technicians())).filteredOn(one -> one.id() == left).singleElement().satisfies(one -> assertThat(one.active()).isFalse());

        As.run("admin", () -> kindKeeping.changeKind(kind, 0, terms, false));
        refused("shared.conflict", () -> As.run("admin", () -> kindKeeping.changeKind(kind, 0, terms, true)));
        refused("dispatch.kind-retired", () -> book(kind, "haifa", day, 12));
        assertThat(As.user("dana", reading::kinds)).noneMatch(one -> one.code().equals(kind));
        assertThat(line(id).kind("en")).isEqualTo("Calibration");
        assertThat(As.user("admin", () -> technicianKeeping.change(stays, technicianKeeping.technician(stays).version(), post, false))).isEqualTo(1);
    }

    private String person(String name, String role) {
        system.inTransaction(() -> {
            users.add(new StaffUser(name, "טכנאי " + mark, "Technician " + mark, "", null, Set.of(role)));
            return name;
        });
        return name;
    }

    private long van(String name) {
        return system.inTransaction(() -> technicians.get(technician(name)).van().orElseThrow().id());
    }

    @Test
    void aFileOfTownsIsBroughtInWholeOrNotAtAll() throws Exception {
        String heading = "code,hebrewName,englishName,territory,latitude,longitude\n";
        String first = "first-" + mark + ",ראשונה,First,north,32.9,35.1\n";
        String wrong = heading + first + "second-" + mark + ",שנייה,Second,north,95,35.1\n" + first + "third-" + mark + ",,Third,north,33,35\nForth " + mark + ",רביעית,Forth,north,33,35\n";
        Imported refused = As.user("admin", () -> townKeeping.bringInTowns(file(wrong)));
        assertThat(refused.wrong()).extracting(CsvTable.Wrong::line, CsvTable.Wrong::column, one -> one.why().code())
                .containsExactly(tuple(3, "latitude", "shared.field-range"), tuple(4, "code", "shared.csv-twice"), tuple(5, "hebrewName", "shared.field-missing"), tuple(6, "code", "shared.code"));
        String good = heading + first + "second-" + mark + ",שנייה,Second,north,-32.95,35.1\n";
        assertThat(As.user("admin", () -> townKeeping.tryTowns(file(good))).created()).isEqualTo(2);
        assertThat(As.user("admin", () -> townKeeping.towns(mark, null, 10)).rows()).isEmpty();
        assertThat(As.user("admin", () -> townKeeping.bringInTowns(file(good))).created()).isEqualTo(2);
        Imported again = As.user("admin", () -> townKeeping.bringInTowns(file(good.replace("-32.95", "32.95"))));
        assertThat(List.of(again.created(), again.changed(), again.same())).containsExactly(0, 1, 1);

        String code = "first-" + mark;
        TownLine seen = As.user("admin", () -> townKeeping.town(code));
        As.run("admin", () -> townKeeping.changeTown(code, seen.version(), new Locality.Facts("ראשונה", "First of all", "north", seen.facts().middle())));
        refused("shared.conflict", () -> As.run("admin", () -> townKeeping.changeTown(code, seen.version(), seen.facts())));
        Page<TownLine> page = As.user("admin", () -> townKeeping.towns(mark.toUpperCase(Locale.ROOT), null, 1));
        assertThat(page.more()).isTrue();
        assertThat(page.rows()).singleElement().satisfies(town -> assertThat(town.name("en")).isEqualTo("First of all"));
        assertThat(As.user("admin", () -> townKeeping.towns(mark, code, 1)).rows()).singleElement().satisfies(town -> assertThat(town.facts().middle().latitude()).isEqualTo(32.95));
        assertThat(technicianOf(book("repair", code, day(63), 10))).isNotNull();
    }

    private static InputStream file(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> rest(String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(API.resolve(path)).header("Authorization", "Basic " + Base64.getEncoder().encodeToString(("crm:" + As.PASSWORD).getBytes(StandardCharsets.UTF_8))).header("Accept-Language", "en")
                .header("Content-Type", "application/json").header("Idempotency-Key", UUID.randomUUID().toString()).method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
