// SPDX-License-Identifier: Apache-2.0
package il.moked.offer;

import il.moked.channel.Channel;
import il.moked.shared.BusinessException;
import jakarta.persistence.*;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** What became of an offer with a customer. Written once, by whoever heard the answer; never changed. */
@Entity
@Table(name = "offer_outcome")
public class OfferOutcome {
    public enum Kind {
        /** He heard of it and did not answer. */
        TOLD, ACCEPTED, REFUSED,
        /** He wants to hear of it again on a day. */
        LATER
    }

    /** Why he refused. */
    public enum Refusal { PRICE, NO_NEED, ELSEWHERE, TERMS, NOT_SAID }

    /** So many days ahead an offer may be put off. */
    public static final int MOST_DAYS = 365;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "offer_outcome_seq")
    @SequenceGenerator(name = "offer_outcome_seq", sequenceName = "offer_outcome_seq")
    private Long id;
    @Column(name = "offer_id")
    private long offerId;
    @Column(name = "customer_id")
    private long customerId;
    @Column(name = "interaction_id")
    private Long interactionId;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    @Enumerated(EnumType.STRING)
    private Refusal refusal;
    @Column(name = "later_on")
    private LocalDate laterOn;
    @Enumerated(EnumType.STRING)
    private Channel channel;
    private boolean initiative;
    private boolean told;
    @Column(name = "noted_by")
    private String notedBy;
    @Column(name = "noted_at")
    private Instant notedAt;
    @Column(name = "promise_id")
    private Long promiseId;

    protected OfferOutcome() {
    }

    /**
     * An answer.
     *
     * @param refusal of a refusal only @param laterOn of what is put off only @param laterAt the hour of that day he chose, null when he did not
     */
    public record Answer(Kind kind, Refusal refusal, LocalDate laterOn, LocalTime laterAt) {
        public Answer(Kind kind, Refusal refusal, LocalDate laterOn) {
            this(kind, refusal, laterOn, null);
        }

        public Answer {
            if (kind == null) {
                throw new BusinessException("shared.field-missing", "kind");
            }
            if (refusal != null && kind != Kind.REFUSED) {
                throw new BusinessException("offer.refusal-of-refused-only", "refusal");
            }
            if (kind == Kind.LATER && laterOn == null) {
                throw new BusinessException("shared.field-missing", "laterOn");
            }
            if ((laterOn != null || laterAt != null) && kind != Kind.LATER) {
                throw new BusinessException("offer.later-of-put-off-only", laterOn != null ? "laterOn" : "laterAt");
            }
            refusal = kind == Kind.REFUSED && refusal == null ? Refusal.NOT_SAID : refusal;
        }

        /** @throws BusinessException {@code offer.later-day} unless it is one of the next {@link #MOST_DAYS} */
        public void expectOn(LocalDate today) {
            if (laterOn != null && (!laterOn.isAfter(today) || laterOn.isAfter(today.plusDays(MOST_DAYS)))) {
                throw new BusinessException("offer.later-day", "laterOn", MOST_DAYS);
            }
        }
    }

    /** Where and how it came about. @param interactionId of the conversation, or null @param channel or null when not known */
    public record Occasion(Long interactionId, Channel channel, boolean initiative) {
    }

    public OfferOutcome(long offerId, long customerId, Answer answer, Occasion occasion, boolean told, String by, Instant now) {
        this.offerId = offerId;
        this.customerId = customerId;
        this.kind = answer.kind();
        this.refusal = answer.refusal();
        this.laterOn = answer.laterOn();
        this.interactionId = occasion.interactionId();
        this.channel = occasion.channel();
        this.initiative = occasion.initiative();
        this.told = told;
        this.notedBy = by;
        this.notedAt = now;
    }

    /** To ask him again. */
    public void promised(long promise) {
        promiseId = promise;
    }

    public Long id() {
        return id;
    }

    public long offerId() {
        return offerId;
    }

    public long customerId() {
        return customerId;
    }

    public Optional<Long> interactionId() {
        return Optional.ofNullable(interactionId);
    }

    public Kind kind() {
        return kind;
    }

    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    public Optional<LocalDate> laterOn() {
        return Optional.ofNullable(laterOn);
    }

    public Optional<Channel> channel() {
        return Optional.ofNullable(channel);
    }

    public boolean initiative() {
        return initiative;
    }

    public boolean told() {
        return told;
    }

    public String notedBy() {
        return notedBy;
    }

    public Instant notedAt() {
        return notedAt;
    }

    /** By which he is asked again; of what is put off only. */
    public Optional<Long> promiseId() {
        return Optional.ofNullable(promiseId);
    }
}
