// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import il.moked.access.Team;
import il.moked.casework.CaseAction;
import il.moked.casework.CaseAction.Kind;
import il.moked.casework.CaseCondition;
import il.moked.casework.CaseCondition.Field;
import il.moked.casework.CaseCondition.Operator;
import il.moked.casework.CaseEscalations;
import il.moked.casework.CaseMacro;
import il.moked.casework.CaseRule;
import il.moked.casework.CaseRuleContent;
import il.moked.casework.CaseRuleEdition;
import il.moked.casework.CaseRules;
import il.moked.casework.CaseTrigger;
import il.moked.casework.EscalationPath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** How the demo's cases are helped on: an escalation path, macros, and two rules. */
@ApplicationScoped
public class DemoCasework {
    @Inject
    CaseRules rules;
    @Inject
    CaseEscalations escalations;

    void seed(Team service, Team business, Team sales, Instant now) {
        escalations.add(new EscalationPath(service, business));
        escalations.add(new EscalationPath(sales, service));
        macro(service, "בקשת פרטים מהלקוח", "Ask the customer for details", new CaseAction(Kind.REPLY, null, "שלום {customer},\nכדי להמשיך לטפל בפנייה {number} נשמח לקבל צילום של המכשיר ואת מספר ההזמנה.\n{agent}",
                "Dear {customer},\nto go on with case {number} we need a photo of the device and the number of the order.\n{agent}"), CaseAction.of(Kind.STATE, "WAITING_CUSTOMER"));
        macro(null, "דחוף: לצוות הבא", "Urgent: to the next team", CaseAction.of(Kind.SEVERITY, "HIGH"), CaseAction.of(Kind.WATCHER, ""), CaseAction.of(Kind.ESCALATE, "נדרש טיפול דחוף של מומחה"));
        macro(null, "הלקוח חזר בו", "Withdrawn by the customer", CaseAction.of(Kind.NOTE, "הלקוח הודיע שאין צורך בטיפול בפנייה {number}"), CaseAction.of(Kind.CLOSE, "WITHDRAWN"));
        rule(1, now, new CaseRuleContent("פנייה קריטית של לקוח VIP", "Critical case of a VIP", CaseTrigger.OPENED, null, false,
                List.of(new CaseCondition(Field.SEGMENT, Operator.IS, "VIP"), new CaseCondition(Field.SEVERITY, Operator.AT_LEAST, "CRITICAL")), List.of(CaseAction.of(Kind.WATCHER, "michal"), CaseAction.of(Kind.NOTE, "לקוח VIP: להתקשר היום ולעדכן"))));
        rule(2, now, new CaseRuleContent("תזכורת ללקוח שלא ענה", "Reminder to a customer who did not answer", CaseTrigger.SINCE_STATE, 27, true, List.of(new CaseCondition(Field.STATE, Operator.IS, "WAITING_CUSTOMER")),
                List.of(new CaseAction(Kind.MESSAGE, null, "שלום {customer}, אנחנו ממתינים לתשובתך בפנייה {number}. אפשר פשוט להשיב להודעה הזאת.", "Dear {customer}, we are waiting for your answer in case {number}. Just reply to this message."))));
    }

    private void macro(Team team, String hebrew, String english, CaseAction... actions) {
        CaseMacro macro = new CaseMacro();
        macro.says(team == null ? null : team.id(), hebrew, english, List.of(actions));
        rules.add(macro);
    }

    private void rule(int position, Instant now, CaseRuleContent content) {
        CaseRule rule = new CaseRule(position);
        rule.says(content);
        rule.activate(true);
        rules.add(rule);
        rules.flush();
        rules.add(new CaseRuleEdition(rule, "michal", now));
    }
}
