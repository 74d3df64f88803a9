// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.access.Team;
import il.moked.calendar.Calendars;
import il.moked.casework.CaseAction.Kind;
import il.moked.casework.CaseCondition.Field;
import il.moked.casework.CaseCondition.Operator;
import il.moked.casework.CaseRuleFiring.Deed;
import il.moked.casework.CaseRuleFiring.Outcome;
import il.moked.shared.BusinessException;
import java.lang.reflect.Constructor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseRuleContentTest {
    private static final Instant OPENED = ZonedDateTime.of(2026, 6, 4, 16, 0, 0, 0, ZoneId.of("Asia/Jerusalem")).toInstant();
    private static final CaseAction SEVERE = CaseAction.of(Kind.SEVERITY, "HIGH");

    private static CaseRuleContent rule(CaseTrigger trigger, Integer hours, boolean business, CaseAction... actions) {
        return new CaseRuleContent("כלל", "Rule", trigger, hours, business, List.of(new CaseCondition(Field.LATE, Operator.IS, "true")), List.of(actions));
    }

    private static ServiceCase opened() throws Exception {
        Team team = new Team("t", "t", "t");
        java.lang.reflect.Field id = Team.class.getDeclaredField("id");
        id.setAccessible(true);
        id.set(team, 1L);
        return new ServiceCase("C1", 7, new ServiceCase.About(ServiceCase.Kind.FAULT, null, "s", "", null, null), team, new SlaTerms(SlaTerms.Source.DEFAULT, null, null, null, "israel"), null, "dana", OPENED, OPENED);
    }

    private static void refused(String code, Runnable wrong) {
        assertThatThrownBy(wrong::run).isInstanceOf(BusinessException.class).hasMessage(code);
    }

    @Test
    void isTheSameAfterItWasKept() {
        CaseRuleContent rule = new CaseRuleContent("כלל", "Rule", CaseTrigger.SINCE_STATE, 24, true, List.of(new CaseCondition(Field.TEXT, Operator.CONTAINS, "\"נתב\"")), List.of(SEVERE, new CaseAction(Kind.MESSAGE, null, "שלום {customer}\nשורה", "Hello"), CaseAction.of(Kind.WATCHER, "")));
        assertThat(CaseRuleText.content(CaseRuleText.of(rule))).isEqualTo(rule);
    }

    @Test
    void timeIsCountedFromWhereItSaysInBusinessOrPlainHours() throws Exception {
        ServiceCase of = opened();
        CaseClocks its = new CaseClocks(of, code -> Calendars.israeli());
        CaseRuleContent business = rule(CaseTrigger.SINCE_STATE, 4, true, SEVERE);
        assertThat(business.base(of)).contains(OPENED);
        assertThat(business.due(OPENED, Calendars.israeli())).as("until six on Thursday, and from nine on Friday").isEqualTo(Instant.parse("2026-06-05T08:00:00Z"));
        assertThat(rule(CaseTrigger.SINCE_STATE, 4, false, SEVERE).due(OPENED, Calendars.israeli())).isEqualTo(OPENED.plus(Duration.ofHours(4)));
        Instant later = OPENED.plusSeconds(60);
        of.becomes(ServiceCase.State.SOLVED, its, later);
        assertThat(business.base(of)).as("also of what is solved").contains(later);
        assertThat(rule(CaseTrigger.SINCE_OPENED, 4, false, SEVERE).base(of)).as("the others only of what goes on").isEmpty();
        assertThat(rule(CaseTrigger.OPENED, null, false, SEVERE).base(of)).isEmpty();
    }

    @Test
    void theCustomersLastMessageCounts() throws Exception {
        ServiceCase of = opened();
        CaseRuleContent rule = rule(CaseTrigger.SINCE_CUSTOMER, 1, false, SEVERE);
        assertThat(rule.base(of)).isEmpty();
        of.received(OPENED.plusSeconds(30));
        of.received(OPENED.plusSeconds(10));
        assertThat(rule.base(of)).contains(OPENED.plusSeconds(30));
    }

    @Test
    void whatCannotBeDoneIsRefused() {
        refused("casework.actions", () -> rule(CaseTrigger.OPENED, null, false));
        refused("casework.actions", () -> rule(CaseTrigger.OPENED, null, false, CaseAction.of(Kind.ME, "")));
        refused("casework.action", () -> CaseAction.of(Kind.STATE, "CLOSED"));
        refused("casework.action", () -> CaseAction.of(Kind.CLOSE, ""));
        refused("casework.action", () -> new CaseAction(Kind.MESSAGE, null, "רק עברית", " "));
        refused("casework.action", () -> CaseAction.of(Kind.MACRO, "x"));
        refused("shared.field-too-long", () -> CaseAction.of(Kind.NOTE, "x".repeat(1001)));
        refused("shared.field-range", () -> rule(CaseTrigger.SINCE_OPENED, 0, false, SEVERE));
        refused("shared.field-missing", () -> rule(null, null, false, SEVERE));
        refused("casework.actions", () -> new CaseMacro().says(null, "א", "a", List.of(CaseAction.of(Kind.MACRO, "1"))));
        refused("shared.bad-request", () -> CaseRuleText.actions("{not json"));
        refused("shared.bad-request", () -> CaseRuleText.conditions("{}"));
        assertThat(CaseRuleText.actions(null)).isEmpty();
    }

    @Test
    void aRuleLeadsNeitherToItselfNorOnForEver() throws Exception {
        CaseRule rule = new CaseRule(1);
        Constructor<ServiceCase> none = ServiceCase.class.getDeclaredConstructor();
        none.setAccessible(true);
        ServiceCase of = none.newInstance();
        set(of, 5L);
        set(rule, 9L);
        assertThat(new CaseRuleDue(of, rule, CaseTrigger.OPENED, null, OPENED, List.of()).circles()).isFalse();
        assertThat(new CaseRuleDue(of, rule, CaseTrigger.OPENED, null, OPENED, List.of(1L, 2L, 3L)).circles()).isFalse();
        assertThat(new CaseRuleDue(of, rule, CaseTrigger.OPENED, null, OPENED, List.of(1L, 9L)).circles()).isTrue();
        assertThat(new CaseRuleDue(of, rule, CaseTrigger.OPENED, null, OPENED, List.of(1L, 2L, 3L, 4L)).circles()).isTrue();
        CaseRuleDue due = new CaseRuleDue(of, rule, CaseTrigger.OPENED, null, OPENED, List.of());
        assertThat(due.failed(OPENED)).isTrue();
        assertThat(due.failed(OPENED)).isTrue();
        assertThat(due.failed(OPENED)).as("enough").isFalse();
    }

    private static void set(Object entity, Long value) throws Exception {
        java.lang.reflect.Field id = entity.getClass().getDeclaredField("id");
        id.setAccessible(true);
        id.set(entity, value);
    }

    @Test
    void howItCameOutSaysWhatWasDone() {
        Deed done = new Deed(Kind.NOTE, "x", null);
        Deed not = new Deed(Kind.STATE, "SOLVED", "casework.state");
        assertThat(CaseRuleFiring.outcome(List.of(done, done))).isEqualTo(Outcome.DONE);
        assertThat(CaseRuleFiring.outcome(List.of(done, not))).isEqualTo(Outcome.PARTLY);
        assertThat(CaseRuleFiring.outcome(List.of(not))).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void aTimeRuleThatIsNewLooksAtAllThatGoesOn() {
        CaseRule rule = new CaseRule(1);
        rule.says(rule(CaseTrigger.SINCE_OPENED, 1, false, SEVERE));
        assertThat(rule.enrolledTo()).as("not while it rests").isNull();
        rule.activate(true);
        assertThat(rule.enrolledTo()).isZero();
        rule.enrolled(null);
        assertThat(rule.says(rule(CaseTrigger.SINCE_OPENED, 2, false, SEVERE))).isEqualTo(2);
        assertThat(rule.enrolledTo()).isZero();
        rule.says(rule(CaseTrigger.OPENED, null, false, SEVERE));
        assertThat(rule.enrolledTo()).isNull();
    }
}
