// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr;

import il.moked.shared.BusinessException;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.Optional;

/**
 * One edition of a menu. A draft is edited until it is put in force; from then on its content never changes: DRAFT → ACTIVE → RETIRED.
 * Callers who are in it go on in it. Going back to an older edition makes a new one with its content.
 */
@Entity
@Table(name = "menu_edition")
public class MenuEdition {
    public enum State { DRAFT, ACTIVE, RETIRED }

    public static final int LONGEST_NOTE = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "menu_edition_seq")
    @SequenceGenerator(name = "menu_edition_seq", sequenceName = "menu_edition_seq")
    private Long id;
    private String flow;
    @Column(name = "version")
    private int number;
    @Enumerated(EnumType.STRING)
    private State state = State.DRAFT;
    @Column(name = "active_flow")
    private String activeFlow;
    private String content;
    private String note;
    @Column(name = "made_by")
    private String madeBy;
    @Column(name = "made_at")
    private Instant madeAt;
    /** Number of the edition that was in force where the draft was begun; 0 when there was none. */
    @Column(name = "based_on")
    private int basedOn;
    @Column(name = "activated_by")
    private String activatedBy;
    @Column(name = "activated_at")
    private Instant activatedAt;
    @Version
    private int revision;

    protected MenuEdition() {
    }

    /** @param number 1 upwards, one more than the last of its flow */
    public MenuEdition(String flow, int number, int basedOn, MenuFlow content, String note, String madeBy, Instant madeAt) {
        this.flow = flow;
        this.number = number;
        this.basedOn = basedOn;
        this.content = content.write();
        this.note = note;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
    }

    /** @param seen the revision the editor had before him @throws BusinessException {@code ivr.changed} with who changed it meanwhile */
    public void edit(int seen, MenuFlow newContent, String editor, Instant now) {
        expect(seen);
        content = newContent.write();
        madeBy = editor;
        madeAt = now;
    }

    /** @throws BusinessException {@code ivr.changed} */
    public void expect(int seen) {
        if (state != State.DRAFT || revision != seen) {
            throw new BusinessException("ivr.changed", state == State.DRAFT ? madeBy : activatedBy);
        }
    }

    /** @param inForce number of the edition in force, 0 for none @throws BusinessException {@code ivr.overtaken}: a change that came in force since would be undone unseen */
    public void expectInForce(int inForce) {
        if (basedOn != inForce) {
            throw new BusinessException("ivr.overtaken", inForce);
        }
    }

    /** @param why it was changed, for people */
    public void activate(String why, String by, Instant now) {
        state = State.ACTIVE;
        activeFlow = flow;
        note = why;
        activatedBy = by;
        activatedAt = now;
    }

    public void retire() {
        state = State.RETIRED;
        activeFlow = null;
    }

    public Long id() {
        return id;
    }

    public String flow() {
        return flow;
    }

    public int number() {
        return number;
    }

    public State state() {
        return state;
    }

    public MenuFlow content() {
        return MenuFlow.read(content);
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
