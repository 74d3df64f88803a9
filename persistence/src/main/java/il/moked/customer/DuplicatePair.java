// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.shared.BusinessException;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.Optional;

/**
 * Two customers who may be one. Open until a person - or, when they are near-certainly one, Moked itself - decides. Who
 * were told apart stay so until something that was compared is different.
 */
@Entity
@Table(name = "duplicate_pair")
public class DuplicatePair {
    public enum State { OPEN,
        /** A person said that they are two. */
        DISMISSED,
        /** They are one now, or one of them became somebody else. */
        MERGED,
        /** The evidence does not reach any more. */
        FADED }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "duplicate_pair_seq")
    @SequenceGenerator(name = "duplicate_pair_seq", sequenceName = "duplicate_pair_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "one_id")
    private Customer one;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "other_id")
    private Customer other;
    @Enumerated(EnumType.STRING)
    private State state;
    private boolean certain;
    private int score;
    private String evidence;
    @Column(name = "policy_version")
    private int policyVersion;
    private String fingerprint;
    @Column(name = "found_at")
    private Instant foundAt;
    @Column(name = "proposed_by")
    private String proposedBy;
    @Column(name = "decided_by")
    private String decidedBy;
    @Column(name = "decided_at")
    private Instant decidedAt;
    @Column(name = "merge_id")
    private Long mergeId;
    @Version
    private int version;

    protected DuplicatePair() {
    }

    /** @param one of the lower id */
    public DuplicatePair(Customer one, Customer other, Likeness likeness, String fingerprint, Instant now) {
        if (one.id() >= other.id()) {
            throw new IllegalArgumentException("the lower id first");
        }
        this.one = one;
        this.other = other;
        this.state = State.OPEN;
        judged(likeness, fingerprint, now);
    }

    private void judged(Likeness likeness, String of, Instant now) {
        certain = likeness.verdict() == Likeness.Verdict.CERTAIN;
        score = (int) Math.round(likeness.score() * 10);
        evidence = EvidenceText.write(likeness.evidence());
        policyVersion = MatchingPolicy.VERSION;
        fingerprint = of;
        foundAt = now;
    }

    /** They were compared again. @return whether it is open now and was not before */
    public boolean again(Likeness likeness, String of, Instant now) {
        boolean changed = !of.equals(fingerprint);
        boolean apart = likeness.verdict() == Likeness.Verdict.APART;
        if (state == State.MERGED || !changed && (state == State.DISMISSED || apart == (state == State.FADED) && policyVersion == MatchingPolicy.VERSION)) {
            return false;
        }
        if (apart) {
            state = proposedBy == null && state != State.DISMISSED ? State.FADED : state;
            return false;
        }
        boolean opened = state != State.OPEN;
        judged(likeness, of, now);
        state = State.OPEN;
        decidedBy = null;
        decidedAt = null;
        return opened;
    }

    /** An agent thinks that they are one. A supervisor decides. */
    public void propose(String by) {
        if (state != State.OPEN) {
            throw new BusinessException("customer.pair-decided");
        }
        proposedBy = by;
    }

    /** @throws BusinessException {@code customer.pair-decided}: somebody was faster */
    public void dismiss(String by, Instant now) {
        if (state != State.OPEN) {
            throw new BusinessException("customer.pair-decided");
        }
        state = State.DISMISSED;
        decidedBy = by;
        decidedAt = now;
    }

    public Long id() {
        return id;
    }

    public Customer one() {
        return one;
    }

    public Customer other() {
        return other;
    }

    public State state() {
        return state;
    }

    public boolean certain() {
        return certain;
    }

    /** In tenths of a bit. */
    public int score() {
        return score;
    }

    public java.util.List<Evidence> evidence() {
        return EvidenceText.read(evidence);
    }

    public int policyVersion() {
        return policyVersion;
    }

    public Instant foundAt() {
        return foundAt;
    }

    public Optional<String> proposedBy() {
        return Optional.ofNullable(proposedBy);
    }

    public int version() {
        return version;
    }
}
