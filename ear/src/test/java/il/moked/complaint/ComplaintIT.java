// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import il.moked.complaint.ejb.ComplaintHandling;
import il.moked.complaint.ejb.ComplaintHandling.Letter;
import il.moked.complaint.ejb.ComplaintReading;
import il.moked.complaint.ejb.ComplaintReading.ComplaintDetail;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.interaction.AsSystem;
import il.moked.shared.BusinessException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Complaints from receipt to closing, the time the law gives, and what many of them say together. */
@ArquillianTest
public class ComplaintIT {
    private static final ZoneId HERE = ZoneId.of("Asia/Jerusalem");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
    Complaints complaints;
    @Inject
    Cases cases;
    @Inject
    Customers customers;
    @Inject
    Rows rows;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

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

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
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
    void complaintsAreCountedAsTheyComeAndAWeekThatIsOutIsTold() throws Exception {
        String sku = "SKU-" + mark.toUpperCase();
        LocalDate thisWeek = CountedPeriods.Unit.WEEK.startOf(LocalDate.now(HERE));
        for (int week = 1; week <= 12; week++) {
            rows.change("insert into complaint_tally (sku, component, team_id, counted_on, complaints) values (?, '', 1, ?, 1)", sku, thisWeek.minusWeeks(week));
        }
        system.inTransaction(() -> {
            for (int one = 0; one < 3; one++) {
                complaints.count(sku, "", 1, LocalDate.now(HERE), 1);
            }
            return null;
        });
        assertThat(complaints.perDay(new ComplaintGroup(sku, null, null), thisWeek)).containsValue(3);
        assertThat(complaints.most(thisWeek, 200)).contains(new Complaints.Counted(sku, "", 3));
    }
}
