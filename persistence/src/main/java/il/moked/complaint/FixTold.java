// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import jakarta.persistence.*;
import java.time.Instant;

/** A complainant who is told that the fault is mended: of one problem, once. */
@Entity
@Table(name = "fix_told")
public class FixTold {
    public enum State { WAITING, SENT, NO_WAY }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fix_told_seq")
    @SequenceGenerator(name = "fix_told_seq", sequenceName = "fix_told_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "news_id", updatable = false)
    private FixNews news;
    @Column(name = "problem_id", updatable = false)
    private long problemId;
    @Column(name = "case_id", updatable = false)
    private long caseId;
    @Enumerated(EnumType.STRING)
    private State state = State.WAITING;
    @Column(name = "sent_at")
    private Instant sentAt;

    protected FixTold() {
    }

    public FixTold(FixNews news, long caseId) {
        this.news = news;
        this.problemId = news.problemId();
        this.caseId = caseId;
    }

    /** @param sent false when there is no way to write to him */
    public void done(boolean sent, Instant now) {
        state = sent ? State.SENT : State.NO_WAY;
        sentAt = sent ? now : null;
    }

    public FixNews news() {
        return news;
    }

    public long caseId() {
        return caseId;
    }

    public State state() {
        return state;
    }
}
