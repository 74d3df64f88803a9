// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.access.StaffUser;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.Optional;

/**
 * A question to a colleague about a conversation. Its owner keeps the conversation; the colleague reads it with the card
 * and answers by an internal note, which ends it. It also ends when the conversation is handed to him, or closed.
 */
@Entity
@Table(name = "consultation")
public class Consultation {
    public enum Outcome { ANSWERED, HANDED_OVER, WITHDRAWN }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "consultation_seq")
    @SequenceGenerator(name = "consultation_seq", sequenceName = "consultation_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "interaction_id")
    private Interaction interaction;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "asked_by")
    private StaffUser askedBy;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "colleague_id")
    private StaffUser colleague;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "note_id")
    private InternalNote question;
    @Column(name = "asked_at")
    private Instant askedAt;
    @Enumerated(EnumType.STRING)
    private Outcome outcome;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Version
    private int version;

    protected Consultation() {
    }

    public Consultation(Interaction interaction, StaffUser askedBy, StaffUser colleague, InternalNote question, Instant now) {
        this.interaction = interaction;
        this.askedBy = askedBy;
        this.colleague = colleague;
        this.question = question;
        this.askedAt = now;
    }

    /** The first end counts. */
    public void end(Outcome how, Instant now) {
        if (outcome == null) {
            outcome = how;
            endedAt = now;
        }
    }

    public boolean open() {
        return outcome == null;
    }

    public boolean isWith(long userId) {
        return colleague.id() == userId;
    }

    public Long id() {
        return id;
    }

    public Interaction interaction() {
        return interaction;
    }

    public StaffUser askedBy() {
        return askedBy;
    }

    public StaffUser colleague() {
        return colleague;
    }

    public InternalNote question() {
        return question;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
