// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One case at which one rule has to look: at once because something happened, or when its time is over. */
@Entity
@Table(name = "case_rule_due")
public class CaseRuleDue {
    private static final int MOST_ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_rule_due_seq")
    @SequenceGenerator(name = "case_rule_due_seq", sequenceName = "case_rule_due_seq")
    private Long id;
    @Column(name = "case_id", updatable = false)
    private long caseId;
    @Column(name = "rule_id", updatable = false)
    private long ruleId;
    @Enumerated(EnumType.STRING)
    @Column(name = "trigger_kind", updatable = false)
    private CaseTrigger trigger;
    @Column(updatable = false)
    private Instant base;
    private Instant at;
    @Column(updatable = false)
    private int depth;
    private int attempts;

    protected CaseRuleDue() {
    }

    /** @param base from when a time rule counts, null for what happened now @param depth 0 when a person or the clock did it, else how many rules led to it */
    public CaseRuleDue(ServiceCase of, CaseRule rule, CaseTrigger trigger, Instant base, Instant at, int depth) {
        this.caseId = of.id();
        this.ruleId = rule.id();
        this.trigger = trigger;
        this.base = base;
        this.at = at;
        this.depth = depth;
    }

    public void later(Instant then) {
        at = then;
    }

    /** @return whether it is tried again */
    public boolean failed(Instant now) {
        attempts++;
        at = now.plus(PAUSE.multipliedBy(attempts));
        return attempts < MOST_ATTEMPTS;
    }

    public Long id() {
        return id;
    }

    public long caseId() {
        return caseId;
    }

    public long ruleId() {
        return ruleId;
    }

    public CaseTrigger trigger() {
        return trigger;
    }

    public Optional<Instant> base() {
        return Optional.ofNullable(base);
    }

    public Instant at() {
        return at;
    }

    public int depth() {
        return depth;
    }
}
