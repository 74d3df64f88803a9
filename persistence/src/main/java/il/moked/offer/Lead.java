// SPDX-License-Identifier: Apache-2.0
package il.moked.offer;

import il.moked.access.StaffUser;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import il.moked.shared.StaleVersionException;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.Optional;

/**
 * A chance to sell that is more than the agent may close: handed to the team that sells. New until somebody of the team
 * takes it; he wins it or loses it, with the reason. It may be given back, and an ended one opened again.
 */
@Entity
@Table(name = "lead")
public class Lead {
    public enum State {
        NEW, TAKEN, WON, LOST;

        public boolean ended() {
            return this == WON || this == LOST;
        }
    }

    public enum Loss { PRICE, COMPETITOR, NO_ANSWER, NO_NEED, NOT_SUITABLE }

    public static final int LONGEST_SUBJECT = 200;
    public static final int LONGEST_REASON = 1000;
    public static final long MOST_SHEKELS = 1_000_000_000L;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lead_seq")
    @SequenceGenerator(name = "lead_seq", sequenceName = "lead_seq")
    private Long id;
    @Column(name = "customer_id")
    private long customerId;
    @Column(name = "offer_id")
    private Long offerId;
    @Column(name = "interaction_id")
    private Long interactionId;
    private String sku;
    private String subject;
    private String reason;
    @Column(name = "worth_minor")
    private Long worth;
    private String currency;
    @Column(name = "team_id")
    private long teamId;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "owner_id")
    private StaffUser owner;
    @Enumerated(EnumType.STRING)
    private State state;
    @Enumerated(EnumType.STRING)
    private Loss loss;
    @Column(name = "made_by")
    private String madeBy;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "taken_at")
    private Instant takenAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Version
    private int version;

    protected Lead() {
    }

    /**
     * What a lead is about.
     *
     * @param subject what the customer wants, in a line @param reason why it is worth a call
     * @param worth what it may bring, or null @param sku of the product, or null @param offerId it came from, or null @param interactionId in which it came up, or null
     */
    public record About(String subject, String reason, Money worth, String sku, Long offerId, Long interactionId) {
        public About {
            subject = checked("subject", subject, LONGEST_SUBJECT);
            reason = checked("reason", reason, LONGEST_REASON);
            if (worth != null && (worth.negative() || worth.minor() > MOST_SHEKELS * 100)) {
                throw new BusinessException("shared.field-range", "worth", 0, MOST_SHEKELS);
            }
            sku = sku == null || sku.isBlank() ? null : checked("sku", sku, 40);
        }

        private static String checked(String field, String text, int longest) {
            if (text == null || text.isBlank()) {
                throw new BusinessException("shared.field-missing", field);
            }
            String kept = text.strip();
            if (kept.length() > longest) {
                throw new BusinessException("shared.field-too-long", field, longest);
            }
            return kept;
        }
    }

    public Lead(long customerId, About about, long teamId, String by, Instant now) {
        this.customerId = customerId;
        this.offerId = about.offerId();
        this.interactionId = about.interactionId();
        this.sku = about.sku();
        this.subject = about.subject();
        this.reason = about.reason();
        this.worth = about.worth() == null ? null : about.worth().minor();
        this.currency = about.worth() == null ? Money.SHEKEL : about.worth().currency();
        this.teamId = teamId;
        this.state = State.NEW;
        this.madeBy = by;
        this.createdAt = now;
    }

    /** @throws BusinessException {@code offer.lead-taken} by somebody else, {@code offer.lead-ended} */
    public void take(StaffUser by, Instant now) {
        expectOpen();
        if (owner != null && !owner.id().equals(by.id())) {
            throw new BusinessException("offer.lead-taken", owner.userName());
        }
        owner = by;
        state = State.TAKEN;
        takenAt = takenAt == null ? now : takenAt;
    }

    /** For somebody else of the team to take. */
    public void giveBack() {
        expectOpen();
        owner = null;
        state = State.NEW;
    }

    public void win(Instant now) {
        expectOpen();
        state = State.WON;
        endedAt = now;
    }

    public void lose(Loss why, Instant now) {
        expectOpen();
        if (why == null) {
            throw new BusinessException("shared.field-missing", "loss");
        }
        state = State.LOST;
        loss = why;
        endedAt = now;
    }

    /** It ended too early. */
    public void reopen() {
        if (!state.ended()) {
            throw new BusinessException("offer.lead-open");
        }
        state = owner == null ? State.NEW : State.TAKEN;
        loss = null;
        endedAt = null;
    }

    private void expectOpen() {
        if (state.ended()) {
            throw new BusinessException("offer.lead-ended");
        }
    }

    /** @throws StaleVersionException when somebody changed it since */
    public void expect(int seen) {
        if (seen != version) {
            throw new StaleVersionException();
        }
    }

    public Long id() {
        return id;
    }

    public long customerId() {
        return customerId;
    }

    public Optional<Long> offerId() {
        return Optional.ofNullable(offerId);
    }

    public Optional<Long> interactionId() {
        return Optional.ofNullable(interactionId);
    }

    public Optional<String> sku() {
        return Optional.ofNullable(sku);
    }

    public String subject() {
        return subject;
    }

    public String reason() {
        return reason;
    }

    public Optional<Money> worth() {
        return Optional.ofNullable(worth).map(minor -> new Money(minor, currency));
    }

    public long teamId() {
        return teamId;
    }

    public Optional<StaffUser> owner() {
        return Optional.ofNullable(owner);
    }

    public State state() {
        return state;
    }

    public Optional<Loss> loss() {
        return Optional.ofNullable(loss);
    }

    public String madeBy() {
        return madeBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> takenAt() {
        return Optional.ofNullable(takenAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public int version() {
        return version;
    }
}
