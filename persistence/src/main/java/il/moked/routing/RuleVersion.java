// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.shared.BusinessException;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.Optional;

/**
 * One version of the rules of a kind. A draft is edited until it is put in force; from then on its content never changes:
 * DRAFT → ACTIVE → RETIRED. Going back to an older version makes a new one with its content.
 */
@Entity
@Table(name = "rule_version")
public class RuleVersion {
    /** What the rules are about. */
    public enum Kind {
        /** {@link RoutingRules} */
        ROUTING,
        /** {@link il.moked.customer.SegmentRules} */
        SEGMENT,
        /** {@link StatutoryPolicy} */
        STATUTORY,
        /** {@link BranchRules} */
        BRANCH
    }

    public enum State { DRAFT, ACTIVE, RETIRED }

    public static final int LONGEST_NOTE = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "rule_version_seq")
    @SequenceGenerator(name = "rule_version_seq", sequenceName = "rule_version_seq")
    private Long id;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    @Column(name = "version")
    private int number;
    @Enumerated(EnumType.STRING)
    private State state = State.DRAFT;
    @Enumerated(EnumType.STRING)
    @Column(name = "active_kind")
    private Kind activeKind;
    private String content;
    private String note;
    @Column(name = "made_by")
    private String madeBy;
    /** Number of the version that was in force where the draft was written; null for drafts of before this was kept. */
    @Column(name = "based_on")
    private Integer basedOn;
    @Column(name = "made_at")
    private Instant madeAt;
    @Column(name = "activated_by")
    private String activatedBy;
    @Column(name = "activated_at")
    private Instant activatedAt;
    @Version
    private int revision;

    protected RuleVersion() {
    }

    /** @param number 1 upwards, one more than the last of its kind @param basedOn the version in force that it is to replace */
    public RuleVersion(Kind kind, int number, int basedOn, String content, String note, String madeBy, Instant madeAt) {
        this.kind = kind;
        this.number = number;
        this.basedOn = basedOn;
        this.content = content;
        this.note = note;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
    }

    /** @param seen the revision the editor had before him @throws BusinessException when somebody changed it meanwhile */
    public void edit(int seen, int seenInForce, String newContent, String newNote, String editor, Instant now) {
        expect(seen);
        basedOn = seenInForce;
        content = newContent;
        note = newNote;
        madeBy = editor;
        madeAt = now;
    }

    /** @throws BusinessException {@code routing.rules-changed} with who changed it and when; or when it is no draft any more */
    public void expect(int seen) {
        if (state != State.DRAFT || revision != seen) {
            throw new BusinessException("routing.rules-changed", state == State.DRAFT ? madeBy : activatedBy);
        }
    }

    /**
     * Who wrote the draft had that version before him: a change that came in force since would be undone unseen.
     *
     * @throws BusinessException {@code routing.rules-overtaken} with the version that is in force now and who put it there
     */
    public void expectInForce(RuleVersion inForce) {
        if (basedOn == null || basedOn != inForce.number) {
            throw new BusinessException("routing.rules-overtaken", inForce.number, inForce.activatedBy().orElse(inForce.madeBy));
        }
    }

    public void activate(String by, Instant now) {
        state = State.ACTIVE;
        activeKind = kind;
        activatedBy = by;
        activatedAt = now;
    }

    public void retire() {
        state = State.RETIRED;
        activeKind = null;
    }

    public Long id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public int number() {
        return number;
    }

    public State state() {
        return state;
    }

    public String content() {
        return content;
    }

    public String note() {
        return note;
    }

    public String madeBy() {
        return madeBy;
    }

    public Instant madeAt() {
        return madeAt;
    }

    public Optional<String> activatedBy() {
        return Optional.ofNullable(activatedBy);
    }

    public Optional<Instant> activatedAt() {
        return Optional.ofNullable(activatedAt);
    }

    public int revision() {
        return revision;
    }
}
