// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One case at which one rule has to look: at once because something happened, or when its time is over. */
@Entity
@Table(name = "case_rule_due")
public class CaseRuleDue {
    /** Rules that lead to one another end here. */
    public static final int LONGEST_CHAIN = 3;
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
    private String chain;
    private int attempts;

    protected CaseRuleDue() {
    }

    /** @param base from when a time rule counts, null for what happened now @param chain rules that led to it, the first one first; none when a person or the clock did it */
    public CaseRuleDue(ServiceCase of, CaseRule rule, CaseTrigger trigger, Instant base, Instant at, List<Long> chain) {
        this.caseId = of.id();
        this.ruleId = rule.id();
        this.trigger = trigger;
        this.base = base;
        this.at = at;
        this.chain = chain.stream().map(String::valueOf).collect(Collectors.joining(" "));
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

    /** Whether the rule leads to itself, or is led to by more than {@link #LONGEST_CHAIN} others: then it does nothing. */
    public boolean circles() {
        return chain().contains(ruleId) || chain().size() > LONGEST_CHAIN;
    }

    public List<Long> chain() {
        return chain.isEmpty() ? List.of() : Arrays.stream(chain.split(" ")).map(Long::valueOf).toList();
    }
}
