// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.Administered;
import il.moked.access.ejb.CurrentUser;
import il.moked.casework.CaseCondition.Check;
import il.moked.casework.CaseFacts;
import il.moked.casework.CaseLine;
import il.moked.casework.CaseRule;
import il.moked.casework.CaseRuleContent;
import il.moked.casework.CaseRuleEdition;
import il.moked.casework.CaseRuleFiring;
import il.moked.casework.CaseRules;
import il.moked.casework.CaseTrigger;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import il.moked.shared.StaleVersionException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which rules there are, what they would do, and what they did and why. */
@Stateless
@RolesAllowed({Role.SUPERVISOR, Role.ADMINISTRATOR})
public class RuleKeeping {
    /** Cases a rule is tried against. */
    public static final int MOST_TRIED = 200;
    private static final int MOST_A_PAGE = 100;
    private static final int MOST_OF_CASE = 20;
    private static final int MOST_EDITIONS = 20;

    @Inject
    CaseRules rules;
    @Inject
    Cases cases;
    @Inject
    RuleTriggers triggers;
    @Inject
    NamedParts named;
    @Inject
    CaseScope scope;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    public record Rule(long id, int position, boolean active, int edition, CaseRuleContent content, int version) {
        static Rule of(CaseRule rule) {
            return new Rule(rule.id(), rule.position(), rule.active(), rule.edition(), rule.content(), rule.version());
        }
    }

    public record Edition(int number, CaseRuleContent content, String writtenBy, Instant writtenAt) {
    }

    /**
     * How a rule would look at one case now.
     *
     * @param checks each condition @param due when its time is over, null for a rule that waits for something to happen @param over whether it is
     */
    public record Tried(CaseLine line, List<Check> checks, Instant due, boolean over) {
        public boolean matches() {
            return over && checks.stream().allMatch(Check::holds);
        }
    }

    /** What a rule did with one case. @param rule its names as they are now */
    public record Firing(long id, long ruleId, CaseRuleContent rule, int edition, CaseLine line, CaseTrigger trigger, Instant at, CaseRuleFiring.Outcome outcome, List<Check> checks, List<CaseRuleFiring.Deed> deeds) {
    }

    public List<Rule> all() {
        return rules.all().stream().map(Rule::of).toList();
    }

    public Rule get(long id) {
        return Rule.of(rules.get(id));
    }

    /** What it said before, the newest first. */
    public List<Edition> editions(long id) {
        return rules.editions(id, MOST_EDITIONS).stream().map(edition -> new Edition(edition.number(), edition.content(), edition.writtenBy(), edition.writtenAt())).toList();
    }

    /** A new rule is last and not active. @param id null for a new one @param version that was seen, of a new one 0 @return its id @throws BusinessException {@code casework.too-many-rules}, what its parts refuse; {@link StaleVersionException} */
    public long keep(Long id, int version, CaseRuleContent content) {
        named.check(content.actions());
        named.checkConditions(content.conditions());
        CaseRule rule = id == null ? fresh() : rules.getLocked(id);
        if (id != null) {
            rule.expect(version);
            rules.forgetTimed(id);
        }
        rule.says(content);
        rules.add(rule);
        rules.flush();
        rules.add(new CaseRuleEdition(rule, currentUser.name(), clock.instant()));
        changed(rule, "casework.rule-changed");
        return rule.id();
    }

    private CaseRule fresh() {
        int most = rules.all().stream().mapToInt(CaseRule::position).max().orElse(0);
        if (rules.all().size() >= CaseRules.MOST) {
            throw new BusinessException("casework.too-many-rules", CaseRules.MOST);
        }
        return new CaseRule(most + 1);
    }

    /** What a time rule waited for is forgotten when it rests, and looked for again when it works. */
    public void activate(long id, int version, boolean active) {
        CaseRule rule = rules.getLocked(id);
        rule.expect(version);
        rules.forgetTimed(id);
        rule.activate(active);
        rules.flush();
        changed(rule, active ? "casework.rule-activated" : "casework.rule-rested");
    }

    /** Before the one that is before it. */
    public void moveUp(long id, int version) {
        CaseRule rule = rules.getLocked(id);
        rule.expect(version);
        List<CaseRule> before = rules.all().stream().filter(other -> other.position() < rule.position()).toList();
        if (!before.isEmpty()) {
            CaseRule other = before.get(before.size() - 1);
            int place = other.position();
            other.moveTo(rule.position());
            rule.moveTo(place);
            rules.flush();
            changed(rule, "casework.rule-moved");
        }
    }

    private void changed(CaseRule rule, String action) {
        events.tell(new Administered(action, "case-rule", rule.id(), rule.edition() + " " + rule.content().name("en"), null));
    }

    /** The newest that go on, as the rule would look at them now; nothing is changed. @throws BusinessException what its parts refuse */
    public List<Tried> dryRun(CaseRuleContent content) {
        named.check(content.actions());
        named.checkConditions(content.conditions());
        Instant now = clock.instant();
        List<ServiceCase> newest = rules.newestLive(MOST_TRIED);
        List<Long> ids = newest.stream().map(ServiceCase::id).toList();
        Map<Long, CaseFacts> facts = rules.facts(ids);
        Map<Long, CaseLine> lines = lines(ids);
        return newest.stream().map(of -> {
            Instant due = content.base(of).map(base -> triggers.due(content, of, base)).orElse(null);
            return new Tried(lines.get(of.id()), content.checks(facts.get(of.id())), due, !content.trigger().timed() || due != null && !due.isAfter(now));
        }).toList();
    }

    /** Of one rule, the newest first. @param before id of the last one seen, null for the first page */
    public Page<Firing> firings(long ruleId, Long before, int size) {
        Page<CaseRuleFiring> page = rules.firings(ruleId, before, Math.max(1, Math.min(size, MOST_A_PAGE)));
        return new Page<>(firings(page.rows()), page.more());
    }

    /** What rules did with one case, the newest first. */
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
    public List<Firing> firingsOf(long caseId) {
        scope.check(cases.line(caseId));
        return firings(rules.firingsOf(caseId, MOST_OF_CASE));
    }

    private List<Firing> firings(List<CaseRuleFiring> rows) {
        Map<Long, CaseLine> lines = lines(rows.stream().map(CaseRuleFiring::caseId).distinct().toList());
        Map<Long, CaseRuleContent> names = rows.stream().map(CaseRuleFiring::ruleId).distinct().collect(Collectors.toMap(Function.identity(), id -> rules.get(id).content()));
        return rows.stream().map(row -> new Firing(row.id(), row.ruleId(), names.get(row.ruleId()), row.edition(), lines.get(row.caseId()), row.trigger(), row.at(), row.outcome(), row.checks(), row.deeds())).toList();
    }

    private Map<Long, CaseLine> lines(Collection<Long> ids) {
        return cases.lines(ids).stream().collect(Collectors.toMap(CaseLine::id, Function.identity()));
    }
}
