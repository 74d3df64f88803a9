// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.calendar.Calendars;
import il.moked.casework.CaseCondition;
import il.moked.casework.CaseEvent;
import il.moked.casework.CaseRule;
import il.moked.casework.CaseRuleContent;
import il.moked.casework.CaseRuleDue;
import il.moked.casework.CaseRuleFiring;
import il.moked.casework.CaseRules;
import il.moked.casework.CaseTrigger;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.SlaClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes down what rules have to look at, in the transaction in which it happens: what is lost with that never was, and nothing
 * else is ever lost. What rules do about it, and whether they can, is no concern of whoever acts.
 */
@ApplicationScoped
class RuleTriggers {
    @Inject
    Cases cases;
    @Inject
    CaseRules rules;
    @Inject
    Calendars calendars;
    @Inject
    RuleChain chain;
    @Inject
    Clock clock;

    void acted(@Observes CaseActed event) {
        List<CaseRule> active = rules.active();
        if (active.isEmpty()) {
            return;
        }
        ServiceCase of = cases.get(event.subjectId());
        Set<CaseTrigger> happened = triggers(event, of);
        active.stream().filter(rule -> happened.contains(rule.trigger())).forEach(rule -> due(of, rule));
        schedule(of, active.stream().filter(rule -> rule.trigger().timed()).toList());
    }

    void rang(@Observes ClockRang event) {
        CaseTrigger trigger = event.percent() == SlaClock.Signal.BREACH ? CaseTrigger.BREACHED : CaseTrigger.WARNED;
        List<CaseRule> looking = rules.active().stream().filter(rule -> rule.trigger() == trigger).toList();
        if (!looking.isEmpty()) {
            ServiceCase of = cases.get(event.subjectId());
            looking.forEach(rule -> due(of, rule));
        }
    }

    private Set<CaseTrigger> triggers(CaseActed event, ServiceCase of) {
        return switch (event.action()) {
            case "casework.opened" -> EnumSet.of(CaseTrigger.OPENED);
            // of the new one only: that it was opened is the last thing that happened to it
            case "casework.split" -> cases.events(of.id(), 1).stream().anyMatch(last -> last.kind() == CaseEvent.Kind.OPENED) ? EnumSet.of(CaseTrigger.OPENED) : EnumSet.noneOf(CaseTrigger.class);
            case "casework.customer-wrote" -> of.customerWroteAt().filter(of.stateSince()::equals).isPresent() ? EnumSet.of(CaseTrigger.CUSTOMER_WROTE, CaseTrigger.STATE_CHANGED) : EnumSet.of(CaseTrigger.CUSTOMER_WROTE);
            case "casework.state-changed", "casework.solved", "casework.reopened", "casework.closed" -> EnumSet.of(CaseTrigger.STATE_CHANGED);
            case "casework.severity-changed" -> EnumSet.of(CaseTrigger.SEVERITY_CHANGED);
            case "casework.assigned" -> EnumSet.of(CaseTrigger.ASSIGNED);
            case "casework.escalated" -> EnumSet.of(CaseTrigger.ESCALATED);
            default -> EnumSet.noneOf(CaseTrigger.class);
        };
    }

    private void due(ServiceCase of, CaseRule rule) {
        Instant now = clock.instant();
        CaseRuleDue due = new CaseRuleDue(of, rule, rule.trigger(), null, now, chain.now());
        if (!due.circles()) {
            rules.add(due);
            return;
        }
        List<CaseCondition.Check> checks = rule.content().checks(rules.facts(List.of(of.id())).get(of.id()));
        if (checks.stream().allMatch(CaseCondition.Check::holds)) {
            rules.add(new CaseRuleFiring(rule, due, checks, List.of(), CaseRuleFiring.Outcome.STOPPED, now));
        }
    }

    /** What time rules wait for in a case, after something happened to it. The case is locked, or new. */
    void schedule(ServiceCase of, List<CaseRule> timed) {
        if (timed.isEmpty()) {
            return;
        }
        Map<Long, CaseRuleDue> known = rules.timed(of.id()).stream().collect(Collectors.toMap(CaseRuleDue::ruleId, Function.identity(), (one, other) -> other));
        for (CaseRule rule : timed) {
            CaseRuleContent content = rule.content();
            Optional<Instant> base = content.base(of);
            CaseRuleDue waiting = known.get(rule.id());
            if (waiting != null && waiting.base().equals(base)) {
                continue;
            }
            if (waiting != null) {
                rules.remove(waiting);
            }
            base.filter(since -> !rules.fired(rule.id(), of.id(), since)).ifPresent(since -> rules.add(new CaseRuleDue(of, rule, rule.trigger(), since, due(content, of, since), List.of())));
        }
    }

    Instant due(CaseRuleContent content, ServiceCase of, Instant base) {
        return content.due(base, calendars.first(of.terms().calendar()));
    }
}
