// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.Role;
import il.moked.casework.CaseAction;
import il.moked.casework.CaseCondition.Check;
import il.moked.casework.CaseEvent;
import il.moked.casework.CaseMacro;
import il.moked.casework.CaseRule;
import il.moked.casework.CaseRuleContent;
import il.moked.casework.CaseRuleDue;
import il.moked.casework.CaseRuleFiring;
import il.moked.casework.CaseRuleFiring.Deed;
import il.moked.casework.CaseRules;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rules at work: one rule and one case in each transaction, those of a case in the order in which they came. A case that
 * somebody has in hand waits for the next turn. What one rule cannot do keeps back neither the others nor whoever acted.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RuleRunning {
    private static final int CASES_AT_ONCE = 100;
    private static final int ENROLLED_AT_ONCE = 20;

    @Inject
    CaseRules rules;
    @Inject
    Cases cases;
    @Inject
    RuleTriggers triggers;
    @Inject
    RuleChain chain;
    @Inject
    CaseActing acting;
    @Inject
    CustomerTelling telling;
    @Inject
    CaseLedger ledger;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** Cases at which rules have to look by now. */
    public List<Long> due() {
        return rules.casesDue(clock.instant(), CASES_AT_ONCE);
    }

    /** The first rule that has to look at a case does. @return whether there may be another */
    public boolean runNext(long caseId) {
        Instant now = clock.instant();
        if (rules.nextDue(caseId, now).flatMap(due -> rules.find(due.ruleId())).filter(rule -> CaseActing.writes(rule.content().actions())).isPresent()) {
            telling.lockFirst(caseId);
        }
        Optional<ServiceCase> locked = rules.lockedIfFree(caseId);
        Optional<CaseRuleDue> next = locked.flatMap(of -> rules.nextDue(caseId, now));
        next.ifPresent(due -> run(locked.orElseThrow(), due, now));
        return next.isPresent();
    }

    private void run(ServiceCase of, CaseRuleDue due, Instant now) {
        rules.remove(due);
        Optional<CaseRule> known = rules.find(due.ruleId()).filter(CaseRule::active).filter(rule -> rule.trigger() == due.trigger());
        if (known.isEmpty() || of.mergedIntoId().isPresent()) {
            return;
        }
        CaseRule rule = known.get();
        CaseRuleContent content = rule.content();
        if (due.base().isPresent() && !over(of, due, rule, content, now)) {
            return;
        }
        List<Check> checks = content.checks(rules.facts(List.of(of.id())).get(of.id()));
        if (!checks.stream().allMatch(Check::holds)) {
            return;
        }
        chain.goesOn(due.chain(), rule.id());
        ledger.write(of, CaseEvent.Kind.RULE, CaseLedger.CLOCK, rule.id() + " " + rule.edition(), now);
        List<Deed> deeds = actions(content).map(action -> done(action, of, content, now)).toList();
        fired(of, new CaseRuleFiring(rule, due, checks, deeds, CaseRuleFiring.outcome(deeds), now));
    }

    /** Whether its time is over: business hours, or what it counts from, may have changed since it was written down. */
    private boolean over(ServiceCase of, CaseRuleDue due, CaseRule rule, CaseRuleContent content, Instant now) {
        Instant base = due.base().orElseThrow();
        if (content.base(of).filter(base::equals).isEmpty() || rules.fired(rule.id(), of.id(), base)) {
            return false;
        }
        Instant at = triggers.due(content, of, base);
        if (at.isAfter(now)) {
            rules.add(new CaseRuleDue(of, rule, rule.trigger(), base, at, due.chain()));
            return false;
        }
        return true;
    }

    /** What a macro does is done, and told, as the rule's own. */
    private Stream<CaseAction> actions(CaseRuleContent content) {
        return content.actions().stream().flatMap(action -> action.kind() != CaseAction.Kind.MACRO ? Stream.of(action)
                : rules.findMacro(Long.parseLong(action.value())).map(CaseMacro::actions).map(List::stream).orElseGet(() -> Stream.of(action)));
    }

    private Deed done(CaseAction action, ServiceCase of, CaseRuleContent content, Instant now) {
        String value = action.kind().written() ? action.text(telling.language(of)) : action.value();
        try {
            acting.carryOut(action, of, new CaseActing.Doer(null, content), now);
            return new Deed(action.kind(), value, null);
        } catch (BusinessException refused) {
            return new Deed(action.kind(), value, refused.code());
        }
    }

    private void fired(ServiceCase of, CaseRuleFiring firing) {
        rules.add(firing);
        events.tell(new RuleFired(of.id(), of.customerId(), firing.ruleId() + " " + firing.edition() + " " + firing.outcome()));
    }

    /** By a fault of ours it could not look: it tries again some times, then that is written down and the others go on. */
    public void failed(long caseId) {
        Instant now = clock.instant();
        rules.lockedIfFree(caseId).ifPresent(of -> rules.nextDue(caseId, now).filter(due -> !due.failed(now)).ifPresent(due -> {
            rules.remove(due);
            rules.find(due.ruleId()).ifPresent(rule -> fired(of, new CaseRuleFiring(rule, due, List.of(), List.of(), CaseRuleFiring.Outcome.FAILED, now)));
        }));
    }

    /** A rule that counts time, and is new, looks at some more of what goes on. @return whether there may be more */
    public boolean enrolSome() {
        Optional<CaseRule> found = rules.nextToEnrol();
        found.ifPresent(rule -> {
            List<Long> some = rules.liveAfter(rule.enrolledTo(), ENROLLED_AT_ONCE);
            new ArrayList<>(some).forEach(id -> triggers.schedule(cases.getLocked(id), List.of(rule)));
            rule.enrolled(some.size() < ENROLLED_AT_ONCE ? null : some.get(some.size() - 1));
        });
        return found.isPresent();
    }
}
