// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.access.Team;
import il.moked.casework.ServiceCase;
import il.moked.casework.SlaTerms;
import il.moked.complaint.Complaint.Assessment;
import il.moked.complaint.Complaint.Decision;
import il.moked.complaint.Complaint.Degree;
import il.moked.complaint.Complaint.Remedy;
import il.moked.complaint.Complaint.Stage;
import il.moked.shared.BusinessException;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ComplaintTest {
    private static final ZoneId HERE = ZoneId.of("Asia/Jerusalem");
    /** A Sunday, 14:00 there; clocks go back three weeks later. */
    private static final Instant RECEIVED = Instant.parse("2026-10-04T11:00:00Z");
    private static final Assessment WEIGHT = new Assessment(Degree.LOW, false, Degree.LOW, false, "BILLING");

    private final Complaint complaint = new Complaint(opened(), null, null, HERE);

    private static ServiceCase opened() {
        Team team = new Team("t", "צוות", "Team");
        set(team, 1L);
        ServiceCase opened = new ServiceCase("C1", 1, new ServiceCase.About(ServiceCase.Kind.COMPLAINT, null, "s", "", null, null), team, new SlaTerms(SlaTerms.Source.DEFAULT, null, null, null, "c"), null, "dana", RECEIVED, RECEIVED);
        set(opened, 7L);
        return opened;
    }

    private static void set(Object entity, Long id) {
        try {
            Field field = entity.getClass().getDeclaredField("id");
            field.setAccessible(true);
            field.set(entity, id);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void toAnswer() {
        complaint.acknowledged(RECEIVED);
        complaint.assessed(WEIGHT);
        complaint.investigated();
        complaint.answered(Remedy.APOLOGY, RECEIVED);
    }

    @Test
    void noStageIsPassedOver() {
        refused("complaint.stage", () -> complaint.assessed(WEIGHT));
        complaint.acknowledged(RECEIVED);
        refused("complaint.stage", () -> complaint.acknowledged(RECEIVED));
        refused("complaint.stage", complaint::investigated);
        complaint.assessed(WEIGHT);
        complaint.assessed(new Assessment(Degree.HIGH, true, Degree.LOW, true, "SALE"));
        assertThat(complaint.assessment().orElseThrow().safety()).isTrue();
        refused("complaint.stage", () -> complaint.answered(Remedy.REFUND, RECEIVED));
        complaint.investigated();
        refused("complaint.stage", () -> complaint.assessed(WEIGHT));
        complaint.answered(Remedy.REFUND, RECEIVED);
        refused("complaint.stage", () -> complaint.accepted(true));
        complaint.decided(Decision.UPHELD, false, HERE, RECEIVED);
        assertThat(complaint.stage()).isEqualTo(Stage.DECIDED);
    }

    @Test
    void whoDoesNotAcceptTheDecisionHasRecourse() {
        toAnswer();
        complaint.decided(Decision.REJECTED, false, HERE, RECEIVED);
        complaint.accepted(false);
        assertThat(complaint.stage()).isEqualTo(Stage.RECOURSE);
        refused("complaint.stage", () -> complaint.decided(Decision.PARTLY, false, HERE, RECEIVED));
        complaint.takenToOmbudsman();
        refused("complaint.at-ombudsman", complaint::takenToOmbudsman);
        refused("complaint.ombudsman-decides", () -> complaint.decided(Decision.PARTLY, false, HERE, RECEIVED));
        complaint.decided(Decision.PARTLY, true, HERE, RECEIVED);
        assertThat(complaint.accepted()).isEmpty();
    }

    @Test
    void whatTheCustomerEndsNeedsNoDecisionButItsCause() {
        refused("complaint.cause-needed", () -> complaint.close(ServiceCase.Cause.WITHDRAWN));
        refused("complaint.stage", () -> complaint.because(null, "x"));
    }

    @Test
    void calendarDaysAreCountedWhereWeAreAndNothingStopsThemButTheDecision() {
        assertThat(complaint.dueAt()).as("19 November, over the change of clocks").isEqualTo(Instant.parse("2026-11-18T22:00:00Z"));
        assertThat(complaint.due(HERE, Instant.parse("2026-11-02T21:59:59Z"))).isEmpty();
        assertThat(complaint.due(HERE, Instant.parse("2026-11-02T22:00:00Z"))).contains(30);
        assertThat(complaint.due(HERE, Instant.parse("2026-11-02T22:00:01Z"))).isEmpty();
        assertThat(complaint.due(HERE, Instant.parse("2026-12-01T00:00:00Z"))).contains(40);
        assertThat(complaint.due(HERE, Instant.parse("2026-12-01T00:00:00Z"))).contains(45);
        assertThat(complaint.overdue()).isTrue();
        assertThat(complaint.watchAt()).isEmpty();
    }

    @Test
    void daysToTheDecisionAreThoseOfTheCalendar() {
        toAnswer();
        complaint.decided(Decision.UPHELD, false, HERE, complaint.dueAt().minusSeconds(1));
        assertThat(complaint.decidedAfter()).as("over the change of clocks").contains(StatutoryTerm.DAYS);
        assertThat(new StatutoryTerm(RECEIVED, HERE).dayOf(complaint.dueAt())).isEqualTo(StatutoryTerm.DAYS + 1);
        assertThat(new StatutoryTerm(RECEIVED, HERE).dayOf(RECEIVED)).isZero();
    }

    /** What was complained of keeps its cause when that is retired; it is only not given again. */
    @Test
    void aCauseThatIsRetiredIsNotGivenAgain() {
        ComplaintCause cause = new ComplaintCause(null, "BILLING", "WRONG_CHARGE");
        cause.become("חיוב שגוי", "Wrong charge", true);
        toAnswer();
        complaint.because(cause, "x");
        cause.become("חיוב שגוי", "Wrong charge", false);
        refused("complaint.cause", () -> complaint.because(cause, "y"));
        complaint.because(null, "y");
        assertThat(complaint.cause()).contains(cause);
        assertThat(complaint.correctiveAction()).contains("y");
    }

    @Test
    void theDecisionEndsTheTime() {
        toAnswer();
        complaint.decided(Decision.UPHELD, false, HERE, RECEIVED.plus(Duration.ofDays(3)));
        assertThat(complaint.watchAt()).isEmpty();
        assertThat(complaint.due(HERE, RECEIVED.plus(Duration.ofDays(90)))).isEmpty();
    }
}
