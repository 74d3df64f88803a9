// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import static il.moked.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.Rows;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ServiceCase.About;
import il.moked.casework.SlaMetric;
import il.moked.casework.SlaState;
import il.moked.casework.ejb.CaseHandling;
import il.moked.casework.ejb.CaseHandling.NewCase;
import il.moked.casework.ejb.CaseReading;
import il.moked.complaint.Complaint.Assessment;
import il.moked.complaint.Complaint.Decision;
import il.moked.complaint.Complaint.Degree;
import il.moked.complaint.Complaint.Remedy;
import il.moked.complaint.Complaint.Stage;
import il.moked.complaint.ComplaintStep.Kind;
import il.moked.complaint.EvidenceFile.Difference;
import il.moked.complaint.ejb.CauseKeeping;
import il.moked.complaint.ejb.CauseKeeping.Cause;
import il.moked.complaint.ejb.CauseKeeping.Named;
import il.moked.complaint.ejb.ComplaintGroups;
import il.moked.complaint.ejb.ComplaintGroups.Chart;
import il.moked.complaint.ejb.ComplaintHandling;
import il.moked.complaint.ejb.ComplaintHandling.Letter;
import il.moked.complaint.ejb.ComplaintReading;
import il.moked.complaint.ejb.ComplaintReading.ComplaintDetail;
import il.moked.complaint.ejb.ComplaintReporting;
import il.moked.complaint.ejb.ComplaintReporting.Line;
import il.moked.complaint.ejb.ComplaintReporting.Report;
import il.moked.complaint.ejb.EvidenceKeeping;
import il.moked.complaint.ejb.EvidenceKeeping.Produced;
import il.moked.complaint.ejb.FixTelling;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.interaction.AsSystem;
import il.moked.shared.CsvTable;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
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
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Complaints from receipt to closing, the time the law gives, and what many of them say together. */
@ArquillianTest
public class ComplaintIT {
    private static final ZoneId HERE = ZoneId.of("Asia/Jerusalem");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final URI API = URI.create("http://localhost:" + (8080 + Integer.getInteger("jboss.socket.binding.port-offset", 0)) + "/moked/api/");
    private static final String JSON = "application/json";
    /** Of the demo's catalogue. */
    private static final String PHONE = "PHN-ZEKEN-4G";

    @Inject
    AsSystem system;
    @Inject
    CaseHandling handling;
    @Inject
    CaseReading caseReading;
    @Inject
    ComplaintHandling complaining;
    @Inject
    ComplaintReading reading;
    @Inject
    ComplaintGroups groups;
    @Inject
    FixTelling telling;
    @Inject
    CauseKeeping keeping;
    @Inject
    ComplaintReporting reporting;
    @Inject
    EvidenceKeeping evidence;
    @Inject
    Complaints complaints;
    @Inject
    Cases cases;
    @Inject
    Customers customers;
    @Inject
    Rows rows;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void here() {
        Awaitility.pollInSameThread();
    }

    private long customer(boolean withMail) {
        return system.inTransaction(() -> {
            Customer person = Customer.person("תמר", "תלונה " + mark, null, Segment.PRIVATE, "he", Instant.now());
            if (withMail) {
                person.reachableBy(ContactPoint.Kind.EMAIL, "tamar-" + mark + "@example.co.il", "tamar-" + mark + "@example.co.il", true, Instant.now());
            }
            customers.add(person);
            return person.id();
        });
    }

    private long complain(long customer) throws Exception {
        return As.user("dana", () -> handling.open(new NewCase(customer, new About(ServiceCase.Kind.COMPLAINT, null, "חויבתי פעמיים " + mark, "בחשבון של החודש", null, null), null, null)));
    }

    private ComplaintDetail detail(long id) throws Exception {
        return As.user("dana", () -> reading.get(id));
    }

    private static Letter told(String text) {
        return new Letter(text, false);
    }

    private void upToDecision(long id) throws Exception {
        As.run("dana", () -> {
            complaining.assess(id, null, new Assessment(Degree.HIGH, false, Degree.LOW, false, "BILLING"), "");
            complaining.investigate(id, null, "הוראת קבע כפולה במערכת");
            complaining.answer(id, null, Remedy.REFUND, told("נזכה את החשבון"));
        });
    }

    @Test
    void aComplaintIsAcknowledgedAtOnceAndThatAnswersNothing() throws Exception {
        long id = complain(customer(true));
        ComplaintDetail opened = detail(id);
        assertThat(opened.stage()).isEqualTo(Stage.ACKNOWLEDGED);
        assertThat(opened.steps()).extracting(ComplaintReading.Step::kind).containsExactly(Kind.RECEIVED, Kind.ACKNOWLEDGED);
        assertThat(opened.dueAt()).isEqualTo(LocalDate.ofInstant(opened.receivedAt(), HERE).plusDays(46).atStartOfDay(HERE).toInstant());
        assertThat(rows.count("select count(*) from outbound_message o join case_conversation v on v.interaction_id = o.interaction_id where v.case_id = ?", id)).isEqualTo(1);
        assertThat(As.user("dana", () -> caseReading.get(id)).current()).filteredOn(clock -> clock.metric() == SlaMetric.FIRST_RESPONSE).allSatisfy(clock -> assertThat(clock.status()).isEqualTo(SlaState.Status.RUNNING));
    }

    @Test
    void whoCannotBeWrittenToIsToldByAPerson() throws Exception {
        long id = complain(customer(false));
        assertThat(detail(id).stage()).isEqualTo(Stage.RECEIVED);
        refused("complaint.stage", () -> As.run("dana", () -> complaining.assess(id, null, new Assessment(Degree.LOW, false, Degree.LOW, false, "BILLING"), "")));
        assertThat(detail(id).steps()).hasSize(1);
        As.run("dana", () -> complaining.acknowledge(id, null));
        assertThat(detail(id).stage()).isEqualTo(Stage.ACKNOWLEDGED);
    }

    @Test
    void everyStageFollowsTheOneBeforeAndItIsClosedWithCauseAndActionOnly() throws Exception {
        long id = complain(customer(true));
        refused("complaint.stage", () -> As.run("dana", () -> complaining.decide(id, null, Decision.UPHELD, told("כן"))));
        upToDecision(id);
        As.run("dana", () -> complaining.seek(id, null, Remedy.REFUND, "את הכסף בחזרה"));
        As.run("dana", () -> complaining.decide(id, null, Decision.UPHELD, new Letter("התלונה מוצדקת. סכום החיוב הכפול יוחזר.", true)));
        refused("complaint.cause-needed", () -> As.run("dana", () -> handling.close(id, null, ServiceCase.Cause.COMPENSATED, "")));
        long cause = complaints.causes().stream().filter(one -> one.code().equals("WRONG_CHARGE")).findFirst().orElseThrow().id();
        As.run("dana", () -> complaining.because(id, null, cause, ""));
        refused("complaint.action-needed", () -> As.run("dana", () -> handling.close(id, null, ServiceCase.Cause.COMPENSATED, "")));
        As.run("dana", () -> complaining.because(id, null, null, "בדיקת כפל הוראות לפני חיוב"));
        refused("complaint.not-accepted", () -> As.run("dana", () -> handling.close(id, null, ServiceCase.Cause.COMPENSATED, "")));
        assertThat(As.user("dana", () -> caseReading.line(id)).state()).isNotEqualTo(ServiceCase.State.CLOSED);
        As.run("dana", () -> complaining.accept(id, null, true, "תודה"));
        As.run("dana", () -> handling.close(id, null, ServiceCase.Cause.COMPENSATED, ""));
        ComplaintDetail closed = detail(id);
        assertThat(closed.stage()).isEqualTo(Stage.CLOSED);
        assertThat(closed.live()).isFalse();
        assertThat(closed.steps()).filteredOn(step -> step.kind() == Kind.DECIDED).singleElement().satisfies(step -> assertThat(step.words()).contains("החיוב הכפול"));
        assertThat(rows.count("select count(*) from case_message m join message s on s.id = m.message_id where m.case_id = ? and s.automatic = false and s.direction = 'OUTBOUND'", id)).as("the decision left by mail").isEqualTo(1);
        As.run("dana", () -> handling.become(id, null, ServiceCase.State.REOPENED));
        assertThat(detail(id).stage()).isEqualTo(Stage.ACKNOWLEDGED);
        assertThat(detail(id).live()).isTrue();
    }

    @Test
    void onceItWasTakenToTheOmbudsmanHeAloneDecides() throws Exception {
        long id = complain(customer(true));
        upToDecision(id);
        As.run("dana", () -> complaining.takeToOmbudsman(id, null, "הלקוחה ביקשה"));
        refused("complaint.ombudsman-decides", () -> As.run("dana", () -> complaining.decide(id, null, Decision.REJECTED, told("לא"))));
        refused("complaint.ombudsman-decides", () -> As.run("michal", () -> complaining.decide(id, null, Decision.REJECTED, told("לא"))));
        assertThat(As.user("ronit", () -> reading.live(true, null, 100)).rows()).anyMatch(line -> line.caseId() == id);
        As.run("ronit", () -> complaining.decide(id, null, Decision.PARTLY, told("מוצדקת בחלקה")));
        As.run("dana", () -> complaining.accept(id, null, false, ""));
        assertThat(detail(id).stage()).isEqualTo(Stage.RECOURSE);
        As.run("dana", () -> complaining.because(id, null, complaints.causes().get(0).id(), "הדרכה"));
        refused("complaint.not-accepted", () -> As.run("dana", () -> handling.close(id, null, ServiceCase.Cause.EXPLAINED, "")));
        As.run("dana", () -> complaining.showRecourse(id, null, told("אפשר לפנות למפקח")));
        As.run("dana", () -> handling.close(id, null, ServiceCase.Cause.EXPLAINED, ""));
        assertThat(detail(id).stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void theTimeTheLawGivesIsWarnedOfAndItsEndIsTold() throws Exception {
        long id = complain(customer(true));
        Instant received = LocalDate.ofInstant(Instant.now(), HERE).minusDays(46).atTime(15, 0).atZone(HERE).toInstant();
        rows.change("update complaint set received_at = ?, watch_at = ? where case_id = ?", OffsetDateTime.ofInstant(received, ZoneOffset.UTC), OffsetDateTime.ofInstant(received, ZoneOffset.UTC), id);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(detail(id).steps()).extracting(ComplaintReading.Step::kind).containsSequence(Kind.WARNED, Kind.WARNED, Kind.OVERDUE));
        assertThat(detail(id).overdue()).isTrue();
        assertThat(rows.count("select count(*) from audit_entry where action = 'complaint.overdue' and subject_id = ?", id)).isEqualTo(1);
    }

    @Test
    void causesAreAddedRenamedAndRetiredAndComplaintsKeepThem() throws Exception {
        String part = "T_" + mark.toUpperCase(Locale.ROOT);
        Named named = new Named("תחום " + mark, "Part " + mark, "סיבה", "A cause", true);
        long first = As.user("admin", () -> keeping.create(null, part, "ONE", named));
        long second = As.user("admin", () -> keeping.create(PHONE, part, "TWO", new Named(null, null, "סיבה של הטלפון", "One of the phone", true)));
        assertThat(cause(second).component("en")).as("its component has a name").isEqualTo("Part " + mark);
        refused("shared.code-taken", () -> As.run("admin", () -> keeping.create(null, part, "ONE", named)));
        refused("complaint.cause-code", () -> As.run("admin", () -> keeping.create(null, "lower case", "ONE", named)));
        refused("catalog.unknown-product", () -> As.run("admin", () -> keeping.create("NO-SUCH", part, "ONE", named)));
        refused("shared.field-missing", () -> As.run("admin", () -> keeping.create(null, part + "_2", "ONE", new Named(null, null, "סיבה", "A cause", true))));
        assertThatThrownBy(() -> As.user("michal", () -> keeping.list())).isInstanceOf(EJBAccessException.class);

        As.run("admin", () -> keeping.change(first, 0, new Named("שם חדש " + mark, "New name " + mark, "סיבה", "A cause", true)));
        assertThat(cause(second).component("he")).as("a component is called the same everywhere").isEqualTo("שם חדש " + mark);
        refused("shared.conflict", () -> As.run("admin", () -> keeping.change(second, 0, named)));
        assertThat(rows.count("select count(*) from audit_entry where subject = 'complaint-cause' and subject_id in (?, ?)", first, second)).isEqualTo(4);

        long id = complain(customer(true));
        As.run("dana", () -> {
            complaining.assess(id, null, new Assessment(Degree.LOW, false, Degree.LOW, false, part), "");
            complaining.because(id, null, first, "הדרכה");
        });
        As.run("admin", () -> keeping.change(first, 1, new Named("שם חדש " + mark, "New name " + mark, "סיבה", "A cause", false)));
        assertThat(detail(id).cause().id()).isEqualTo(first);
        assertThat(detail(id).causes()).noneMatch(one -> one.id() == first);
        refused("complaint.cause", () -> As.run("dana", () -> complaining.because(id, null, first, "שוב")));
        As.run("admin", () -> keeping.restore(first, 2, 1));
        assertThat(cause(first)).satisfies(one -> {
            assertThat(one.active()).isTrue();
            assertThat(one.component("en")).isEqualTo("Part " + mark);
        });
    }

    private Cause cause(long id) throws Exception {
        return As.user("admin", () -> keeping.list()).stream().filter(one -> one.id() == id).findFirst().orElseThrow();
    }

    private void receivedIn(long id, LocalDate day, Integer decidedAfter) throws Exception {
        rows.change("update complaint set counted_on = ?, due_at = ?, decided_after = ? where case_id = ?", day, OffsetDateTime.of(day.plusDays(46).atStartOfDay(), ZoneOffset.UTC), decidedAfter, id);
    }

    /** In years in which nothing else happened. */
    @Test
    void theReportOfAYearCountsWhatCameInItAndComparesItWithTheYearBefore() throws Exception {
        long cause = complaints.causes().stream().filter(one -> one.code().equals("WRONG_CHARGE")).findFirst().orElseThrow().id();
        long upheld = complain(customer(true));
        upToDecision(upheld);
        As.run("dana", () -> {
            complaining.decide(upheld, null, Decision.UPHELD, told("כן"));
            complaining.because(upheld, null, cause, "בדיקת כפל הוראות");
            complaining.accept(upheld, null, true, "");
        });
        long rejected = complainOf(PHONE, "לא מסכים " + mark);
        upToDecision(rejected);
        As.run("dana", () -> {
            complaining.decide(rejected, null, Decision.REJECTED, told("לא"));
            complaining.accept(rejected, null, false, "");
            complaining.showRecourse(rejected, null, told("אפשר לפנות למפקח"));
            complaining.takeToOmbudsman(rejected, null, "");
        });
        long late = complain(customer(false));
        long merged = complain(customer(true));
        long before = complain(customer(true));
        receivedIn(upheld, LocalDate.of(2011, 1, 1), 10);
        receivedIn(rejected, LocalDate.of(2011, 12, 31), 50);
        receivedIn(late, LocalDate.of(2011, 6, 1), null);
        receivedIn(merged, LocalDate.of(2011, 6, 1), null);
        receivedIn(before, LocalDate.of(2010, 12, 31), null);
        rows.change("update service_case set merged_into_id = ? where id = ?", upheld, merged);

        Report report = As.user("ronit", () -> reporting.of(2011));
        assertThat(report.now().totals()).isEqualTo(new ComplaintTotals(3, 2, 1, 1, 1, 0, 0, 1, 0, 1, 1, 1, 1, 1, 1));
        assertThat(report.now().median()).isEqualTo(10);
        assertThat(report.now().ninth()).isEqualTo(50);
        assertThat(report.before().totals().received()).isEqualTo(1);
        assertThat(report.before().median()).isNull();
        assertThat(report.products()).extracting(Line::key, Line::complaints, Line::before).containsExactly(tuple("", 2L, 1L), tuple(PHONE, 1L, 0L));
        assertThat(report.products().get(1).name("en")).isNotEqualTo(PHONE);
        assertThat(report.causes()).extracting(Line::englishName, Line::complaints, Line::justified, Line::actions).containsExactly(tuple(null, 2L, 0L, 0L), tuple("Billing · Wrong charge", 1L, 1L, 1L));
        assertThat(report.remedies()).extracting(Line::key, Line::complaints).containsExactly(tuple("REFUND", 2L), tuple("", 1L));
        assertThat(report.actions()).containsExactly(new ComplaintStatistics.Action("בדיקת כפל הוראות", 1));
        assertThat(As.user("michal", () -> reporting.of(2012)).before().totals()).isEqualTo(report.now().totals());
        refused("shared.field-range", () -> As.user("michal", () -> reporting.of(LocalDate.now(HERE).getYear() + 1)));
        assertThatThrownBy(() -> As.user("dana", () -> reporting.of(2011))).isInstanceOf(EJBAccessException.class);
    }

    /** Weeks of two complaints and of none, in turn, as far as a chart looks back. */
    private void quietBefore(String sku) throws Exception {
        rows.change("delete from complaint_tally where sku = ?", sku);
        rows.change("delete from complaint_alarm where sku = ?", sku);
        LocalDate thisWeek = CountedPeriods.Unit.WEEK.startOf(LocalDate.now(HERE));
        for (int week = 1; week < 26; week++) {
            rows.change("insert into complaint_tally (sku, component, team_id, counted_on, complaints) values (?, '', 1, ?, ?)", sku, thisWeek.minusWeeks(week), week % 2 * 2);
        }
    }

    private long complainOf(String sku, String subject) throws Exception {
        long customer = customer(true);
        return As.user("dana", () -> handling.open(new NewCase(customer, new About(ServiceCase.Kind.COMPLAINT, null, subject, "", sku, null), null, null)));
    }

    @Test
    void aWeekThatIsOutIsToldOnceAndItsComplainantsHearThatTheFaultIsMended() throws Exception {
        quietBefore(PHONE);
        List<Long> same = new ArrayList<>();
        for (int one = 0; one < 6; one++) {
            same.add(complainOf(PHONE, "לחצן המצוקה בטלפון לא עובד " + mark));
        }
        complainOf(PHONE, "קיבלתי חשבונית ללא פירוט");
        assertThat(rows.count("select count(*) from complaint_alarm where sku = ?", PHONE)).isEqualTo(1);
        assertThat(rows.count("select count(*) from audit_entry where action = 'complaint.out-of-control' and detail like ?", PHONE + " *%")).isPositive();
        Chart chart = As.user("michal", () -> groups.chart(new ComplaintGroup(PHONE, null, null), CountedPeriods.Unit.WEEK));
        assertThat(chart.limits().mean()).isEqualTo(26.0 / 25);
        assertThat(chart.points().get(chart.points().size() - 1)).satisfies(newest -> {
            assertThat(newest.count()).isEqualTo(7);
            assertThat(newest.rules()).containsExactly(ControlChart.Rule.LIMIT);
        });
        List<ComplaintLine> first = As.user("michal", () -> groups.alike(new ComplaintGroup(PHONE, null, null))).stream().filter(group -> group.stream().anyMatch(line -> line.caseId() == same.get(0))).findFirst().orElseThrow();
        assertThat(first).extracting(ComplaintLine::caseId).containsAll(same);

        As.run("dana", () -> complaining.assess(same.get(0), null, new Assessment(Degree.HIGH, true, Degree.LOW, true, "PRODUCT"), ""));
        assertThat(As.user("michal", () -> groups.chart(new ComplaintGroup(PHONE, "PRODUCT", null), CountedPeriods.Unit.WEEK)).points()).last().satisfies(newest -> assertThat(newest.count()).isEqualTo(1));

        long problem = As.user("michal", () -> groups.openProblem(same, "לחצן המצוקה בסדרה 4 " + mark, null));
        assertThat(As.user("dana", () -> caseReading.get(same.get(3))).problem().id()).isEqualTo(problem);
        refused("complaint.problem-not-solved", () -> As.run("michal", () -> telling.tell(problem, "תוקן", "Mended")));
        As.run("michal", () -> handling.become(problem, null, ServiceCase.State.SOLVED));
        assertThat(As.user("michal", () -> telling.preview(problem)).untold()).isEqualTo(6);
        assertThat(As.user("michal", () -> telling.tell(problem, "הלחצן תוקן " + mark, "The button works"))).isEqualTo(6);
        refused("complaint.nobody-to-tell", () -> As.run("michal", () -> telling.tell(problem, "תוקן", "Mended")));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(As.user("michal", () -> telling.preview(problem)).of(FixTold.State.SENT)).isEqualTo(6));
        assertThat(rows.count("select count(*) from message where text = ?", "הלחצן תוקן " + mark)).isEqualTo(6);
        assertThat(detail(same.get(5)).steps()).last().satisfies(step -> assertThat(step.kind()).isEqualTo(Kind.TOLD_FIXED));
    }

    @Test
    void evidenceFindsWhatWasChangedLater() throws Exception {
        long id = complain(customer(true));
        upToDecision(id);
        As.run("dana", () -> complaining.decide(id, null, Decision.UPHELD, new Letter("הסכום יוחזר בתוך 3 ימים", true)));
        As.run("dana", () -> handling.note(id, "הערה פנימית"));
        Produced made = As.user("michal", () -> evidence.produce(id, "he"));
        assertThat(new String(made.pdf(), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        assertThat(made.file().endHash()).hasSize(64);
        As.run("dana", () -> complaining.accept(id, null, true, ""));
        assertThat(As.user("michal", () -> evidence.check(id, 1))).as("what came later is no change").isEmpty();
        assertThat(As.user("michal", () -> evidence.produce(id, "en")).file().number()).isEqualTo(2);
        rows.change("update message set text = 'הסכום יוחזר בתוך 30 ימים' where text = 'הסכום יוחזר בתוך 3 ימים' and interaction_id in (select interaction_id from case_conversation where case_id = ?)", id);
        assertThat(As.user("michal", () -> evidence.check(id, 1))).singleElement().satisfies(finding -> {
            assertThat(finding.how()).isEqualTo(Difference.CHANGED);
            assertThat(finding.kind()).isEqualTo(Evidence.Kind.MESSAGE);
        });
        refused("complaint.unknown-evidence", () -> As.run("michal", () -> evidence.check(id, 9)));
    }

    private HttpResponse<String> send(String method, String path, String type, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(API.resolve(path)).header("Authorization", "Basic " + Base64.getEncoder().encodeToString(("crm:" + As.PASSWORD).getBytes(StandardCharsets.UTF_8))).header("Accept-Language", "en")
                .header("Content-Type", type).method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
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

    @Test
    void otherSystemsRaiseComplaintsAndBringThemFurther() throws Exception {
        long customer = customer(true);
        HttpResponse<String> raised = send("POST", "v1/complaints", JSON, "{\"customerId\":" + customer + ",\"subject\":\"חיוב כפול " + mark + "\",\"team\":\"service\",\"remedy\":\"REFUND\"}", "Idempotency-Key", mark + "-complaint");
        assertThat(raised.statusCode()).as(raised.body()).isEqualTo(201);
        long id = json(raised).getInt("id");
        assertThat(json(raised).getString("stage")).isEqualTo("ACKNOWLEDGED");
        assertThat(json(raised).getString("remedySought")).isEqualTo("REFUND");
        String tag = raised.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> early = send("POST", "v1/complaints/" + id + "/steps", JSON, "{\"step\":\"INVESTIGATE\",\"text\":\"x\"}", "If-Match", tag);
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(json(early).getString("code")).isEqualTo("complaint.stage");
        HttpResponse<String> assessed = send("POST", "v1/complaints/" + id + "/steps", JSON, "{\"step\":\"ASSESS\",\"impact\":\"HIGH\",\"complexity\":\"LOW\",\"component\":\"BILLING\"}", "If-Match", tag);
        assertThat(assessed.statusCode()).as(assessed.body()).isEqualTo(200);
        assertThat(json(assessed).getString("stage")).isEqualTo("ASSESSED");
        assertThat(send("POST", "v1/complaints/" + id + "/steps", JSON, "{\"step\":\"INVESTIGATE\",\"text\":\"x\"}", "If-Match", tag).statusCode()).isEqualTo(412);
        assertThat(send("GET", "v1/complaints?size=100", JSON, null).body()).contains(mark);
        HttpResponse<String> file = send("POST", "v1/complaints/" + id + "/evidence", JSON, null);
        assertThat(file.statusCode()).isEqualTo(201);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(json(send("GET", "v1/complaints/" + id + "/evidence/1", JSON, null)).getBoolean("clean")).isTrue();

        String soap = "<m:RaiseComplaint><m:requestKey>" + mark + "-soap-complaint</m:requestKey><m:customerId>" + customer + "</m:customerId><m:subject>בסבון " + mark + "</m:subject><m:team>service</m:team></m:RaiseComplaint>";
        String answer = soap(soap);
        assertThat(answer).contains("<stage>ACKNOWLEDGED</stage>".replace("stage", prefix(answer) + "stage"));
        assertThat(soap(soap)).as("the same key").isEqualTo(answer);
        String number = answer.replaceAll("(?s).*?id>(\\d+)<.*", "$1");
        assertThat(soap("<m:TakeComplaintStep><m:id>" + number + "</m:id><m:version>99</m:version><m:step>OMBUDSMAN</m:step></m:TakeComplaintStep>")).contains("shared.conflict");
        assertThat(soap("<m:TakeComplaintStep><m:id>" + number + "</m:id><m:version>0</m:version><m:step>FLY</m:step></m:TakeComplaintStep>")).contains("shared.field-unknown-value");
    }

    private static String prefix(String answer) {
        return answer.replaceAll("(?s).*<([a-z0-9]+:)?stage>.*", "$1");
    }

    private String soap(String body) throws Exception {
        return send("POST", "soap/complaint", "text/xml; charset=UTF-8", "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:m=\"urn:moked:complaint:1\"><s:Body>" + body + "</s:Body></s:Envelope>").body();
    }

    @Test
    void aRegulatorsFileComesInWholeAndGoesOutAsItWas() throws Exception {
        String csv;
        try (InputStream file = ComplaintIT.class.getResourceAsStream("cfpb-400.csv")) {
            csv = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        String source = "cfpb-" + mark;
        HttpResponse<String> tried = send("POST", "v1/complaint-feeds?trial=true&source=" + source, "text/csv", csv);
        assertThat(tried.statusCode()).as(tried.body()).isEqualTo(200);
        assertThat(json(tried).getInt("added")).isEqualTo(400);
        assertThat(rows.count("select count(*) from regulator_complaint where source = ?", source)).isZero();
        HttpResponse<String> broken = send("POST", "v1/complaint-feeds?source=" + source, "text/csv", csv.replaceFirst("03/12/2014", "31/12/2014"));
        assertThat(broken.statusCode()).isEqualTo(422);
        assertThat(json(broken).getJsonArray("faults").getJsonObject(0).getInt("line")).isEqualTo(2);
        assertThat(rows.count("select count(*) from regulator_complaint where source = ?", source)).isZero();
        HttpResponse<String> in = send("POST", "v1/complaint-feeds?source=" + source, "text/csv", csv);
        assertThat(in.statusCode()).as(in.body()).isEqualTo(201);
        JsonObject feed = json(in);
        assertThat(feed.getInt("complaints")).isEqualTo(400);
        assertThat(feed.getJsonObject("channels").getInt("Web")).isEqualTo(284);
        assertThat(feed.getJsonObject("products").getInt("Mortgage")).isEqualTo(130);
        assertThat(feed.getJsonObject("timely").getInt("No")).isEqualTo(10);
        assertThat(rows.count("select count(*) from regulator_complaint where source = ? and channel = 'Web'", source)).isEqualTo(284);
        String out = send("GET", "v1/complaint-feeds/" + feed.getInt("id") + "/complaints", JSON, null).body();
        assertThat(cells(out)).isEqualTo(cells(csv)).hasSize(400);
        assertThat(json(send("POST", "v1/complaint-feeds?source=" + source, "text/csv", csv)).getInt("added")).as("known").isZero();
        assertThat(json(send("POST", "v1/complaint-feeds?source=Not+This", "text/csv", csv)).getString("code")).isEqualTo("complaint.feed-source");
    }

    private static List<List<String>> cells(String csv) {
        List<List<String>> cells = new ArrayList<>();
        CsvTable.read(csv, RegulatorComplaint.HEADING, 1000, row -> cells.add(RegulatorComplaint.COLUMNS.stream().map(column -> row.find(column).orElse("")).toList()));
        return cells;
    }
}
