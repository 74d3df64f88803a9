// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import il.moked.shared.Money;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.Optional;

/** Money that goes back the way it came. PENDING → SENDING → DONE, FAILED or UNKNOWN, which the provider is asked about before anything else is done. */
@Entity
@Table(name = "refund")
public class Refund {
    public enum State { PENDING, SENDING, UNKNOWN, DONE, FAILED }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "refund_seq")
    @SequenceGenerator(name = "refund_seq", sequenceName = "refund_seq")
    private Long id;
    private String token = Token.next();
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "payment_id")
    private Payment payment;
    @Column(name = "customer_id")
    private long customerId;
    @Column(name = "amount_minor")
    private long amount;
    private String currency;
    private String reason;
    @Enumerated(EnumType.STRING)
    private State state = State.PENDING;
    @Column(name = "provider_refund")
    private String providerRefund;
    @Embedded
    private Attempts attempts;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "settled_at")
    private Instant settledAt;
    @Column(name = "asked_by")
    private String askedBy;
    @Version
    private int version;

    protected Refund() {
    }

    Refund(Payment payment, Money amount, String reason, String askedBy, Instant now) {
        this.payment = payment;
        this.customerId = payment.customerId();
        this.amount = amount.minor();
        this.currency = amount.currency();
        this.reason = reason;
        this.askedBy = askedBy;
        this.createdAt = now;
        this.attempts = Attempts.from(now);
        if (payment.method() == Payment.Method.TRANSFER) {
            // the bookkeeping transfers it: no provider is asked
            attempts.over(null);
        }
    }

    public boolean begin(Instant now) {
        if (settledAt != null || !attempts.due(now)) {
            return false;
        }
        state = state == State.PENDING ? State.SENDING : State.UNKNOWN;
        attempts.begin(now);
        return true;
    }

    /** @return false when it was known before */
    public boolean done(String provider, Instant now) {
        if (state == State.DONE || state == State.FAILED) {
            return false;
        }
        providerRefund = provider;
        settle(State.DONE, null, now);
        payment.order().refunded(amount());
        return true;
    }

    public void notAsked(String why, Instant now) {
        if (state == State.SENDING) {
            state = State.PENDING;
        }
        attempts.notCounted();
        attempts.again(why, now);
    }

    public void unanswered(String why, Instant now) {
        state = State.UNKNOWN;
        if (attempts.enough()) {
            payment.needs("refund-unknown");
        }
        attempts.again(why, now);
    }

    /** Refused for good: the money is still here and a person must see to it. */
    public void refused(String why, Instant now) {
        settle(State.FAILED, why, now);
        payment.refundFailed(amount());
        payment.needs("refund-failed");
    }

    private void settle(State outcome, String why, Instant now) {
        state = outcome;
        attempts.over(why);
        settledAt = now;
    }

    public Long id() {
        return id;
    }

    public String token() {
        return token;
    }

    public Payment payment() {
        return payment;
    }

    public Money amount() {
        return new Money(amount, currency);
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public State state() {
        return state;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
