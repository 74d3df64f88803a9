// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import jakarta.persistence.*;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** That a rule did something with a case, or could not, and why. Never changed. */
@Entity
@Table(name = "case_rule_firing")
public class CaseRuleFiring {
    /** DONE all of it, PARTLY, REFUSED all of it, FAILED by a fault of ours, STOPPED because it led to itself, or too many others to it. */
    public enum Outcome { DONE, PARTLY, REFUSED, FAILED, STOPPED }

    /** One action. @param refusal code of why it was not done, null when it was */
    public record Deed(CaseAction.Kind kind, String value, String refusal) {
        private static final int LONGEST = 200;

        public Deed {
            value = value == null ? "" : value.length() <= LONGEST ? value : value.substring(0, LONGEST);
        }

        public boolean done() {
            return refusal == null;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_rule_firing_seq")
    @SequenceGenerator(name = "case_rule_firing_seq", sequenceName = "case_rule_firing_seq")
    private Long id;
    @Column(name = "rule_id", updatable = false)
    private long ruleId;
    @Column(updatable = false)
    private int edition;
    @Column(name = "case_id", updatable = false)
    private long caseId;
    @Enumerated(EnumType.STRING)
    @Column(name = "trigger_kind", updatable = false)
    private CaseTrigger trigger;
    @Column(updatable = false)
    private Instant base;
    @Column(updatable = false)
    private Instant at;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Outcome outcome;
    @Column(updatable = false)
    private String chain;
    @Column(updatable = false)
    private String checks;
    @Column(updatable = false)
    private String deeds;

    protected CaseRuleFiring() {
    }

    public CaseRuleFiring(CaseRule rule, CaseRuleDue due, List<CaseCondition.Check> checks, List<Deed> deeds, Outcome outcome, Instant now) {
        this.ruleId = rule.id();
        this.edition = rule.edition();
        this.caseId = due.caseId();
        this.trigger = due.trigger();
        this.base = due.base().orElse(null);
        this.at = now;
        this.outcome = outcome;
        this.chain = due.chain().stream().map(String::valueOf).collect(Collectors.joining(" "));
        this.checks = CaseRuleText.ofChecks(checks);
        this.deeds = CaseRuleText.ofDeeds(deeds);
    }

    public static Outcome outcome(List<Deed> deeds) {
        long done = deeds.stream().filter(Deed::done).count();
        return done == deeds.size() ? Outcome.DONE : done == 0 ? Outcome.REFUSED : Outcome.PARTLY;
    }

    public Long id() {
        return id;
    }

    public long ruleId() {
        return ruleId;
    }

    public int edition() {
        return edition;
    }

    public long caseId() {
        return caseId;
    }

    public CaseTrigger trigger() {
        return trigger;
    }

    public Instant at() {
        return at;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** Ids of the rules that led to it, with blanks between them. */
    public String chain() {
        return chain;
    }

    public List<CaseCondition.Check> checks() {
        return CaseRuleText.checks(checks);
    }

    public List<Deed> deeds() {
        return CaseRuleText.deeds(deeds);
    }
}
