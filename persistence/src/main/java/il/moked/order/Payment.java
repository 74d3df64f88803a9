// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Money for an order. By card: the provider is asked for a page of its own (PENDING → SENDING → OPEN), on which the customer
 * pays (PAID) or does not (EXPIRED, or CLOSING → CLOSED when the order is cancelled). When no answer came the outcome is
 * UNKNOWN until the provider, asked again under the same token, says what it has: it never makes a second one. What the
 * provider says that does not agree with what was asked goes to a person ({@link #attention}) and pays nothing. By transfer:
 * it is PAID when the bookkeeping says so. Here is no card number, and none of its digits.
 */
@Entity
@Table(name = "payment")
public class Payment {
    public enum State { PENDING, SENDING, OPEN, UNKNOWN, CLOSING, PAID, EXPIRED, CLOSED, FAILED }

    public enum Method { CARD, TRANSFER }

    /** Lost callbacks are not missed for longer. */
    private static final Duration LOOK = Duration.ofMinutes(3);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "payment_seq")
    @SequenceGenerator(name = "payment_seq", sequenceName = "payment_seq")
    private Long id;
    private String token = Token.next();
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "order_id")
    private SaleOrder order;
    @Column(name = "customer_id")
    private long customerId;
    @Enumerated(EnumType.STRING)
    private Method method;
    private String account;
    @Column(name = "instalment_id")
    private Long instalmentId;
    @Column(name = "amount_minor")
    private long amount;
    @Column(name = "refunded_minor")
    private long refunded;
    private String currency;
    private String language;
    @Enumerated(EnumType.STRING)
    private State state;
    @Column(name = "provider_session")
    private String providerSession;
    @Column(name = "provider_payment")
    private String providerPayment;
    private String link;
    @Column(name = "link_sent_at")
    private Instant linkSentAt;
    private String attention;
    @Column(name = "declined_at")
    private Instant declinedAt;
    @Embedded
    private Attempts attempts;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "settled_at")
    private Instant settledAt;
    @Column(name = "asked_by")
    private String askedBy;
    @Version
    private int version;

    protected Payment() {
    }

    private Payment(SaleOrder order, Method method, Money amount, String language, String askedBy, Instant now) {
        this.order = order;
        this.customerId = order.customerId();
        this.method = method;
        this.amount = amount.minor();
        this.currency = amount.currency();
        this.language = language;
        this.askedBy = askedBy;
        this.createdAt = now;
    }

    /** @param instalmentId it is for, or null @param expires when the page ends */
    public static Payment byCard(SaleOrder order, Money amount, Long instalmentId, String account, String language, String askedBy, Instant expires, Instant now) {
        Payment payment = new Payment(order, Method.CARD, amount, language, askedBy, now);
        payment.account = account;
        payment.instalmentId = instalmentId;
        payment.expiresAt = expires;
        payment.state = State.PENDING;
        payment.attempts = Attempts.from(now);
        return payment;
    }

    /** The money is here already. */
    public static Payment byTransfer(SaleOrder order, Money amount, String reference, String askedBy, Instant now) {
        Payment payment = new Payment(order, Method.TRANSFER, amount, "he", askedBy, now);
        payment.providerPayment = reference;
        payment.state = State.PAID;
        payment.settledAt = now;
        payment.attempts = Attempts.from(now);
        payment.attempts.over(null);
        return payment;
    }

    /** Somebody takes it to ask the provider: for the page, for what became of it, or to close it. @return false when it is not its time */
    public boolean begin(Instant now) {
        boolean asks = state == State.PENDING || state == State.SENDING || state == State.UNKNOWN || state == State.OPEN || state == State.CLOSING;
        if (!asks || !attempts.due(now)) {
            return false;
        }
        if (state == State.SENDING) {
            // whoever asked died: nobody knows whether the provider has it
            state = State.UNKNOWN;
        }
        state = state == State.PENDING ? State.SENDING : state;
        attempts.begin(now);
        return true;
    }

    /** The provider's page is there. */
    public void opened(String session, String address, Instant now) {
        providerSession = session;
        link = address;
        if (state == State.SENDING || state == State.UNKNOWN || state == State.PENDING) {
            state = State.OPEN;
            attempts.fresh();
        }
        if (state == State.OPEN) {
            attempts.at(now.plus(LOOK), null);
        } else if (state == State.CLOSING) {
            attempts.at(now, null);
        }
    }

    /** It is still as it was: looked at again later, less often each time. */
    public void same(Instant now) {
        Duration pause = LOOK.multipliedBy(1L << Math.min(Math.max(attempts.made() - 1, 0), 4));
        attempts.at(now.plus(pause), null);
    }

    /** Nothing was asked, for sure. @param counted whether it counts as an attempt */
    public void notAsked(String why, boolean counted, Instant now) {
        if (!counted) {
            attempts.notCounted();
        }
        if (state == State.SENDING) {
            state = State.PENDING;
        }
        if (state == State.PENDING && attempts.enough()) {
            settle(State.FAILED, why, now);
            return;
        }
        attempts.again(why, now);
    }

    /** Nobody can know whether the provider has it. It is asked again, and by the same token it never makes a second one. */
    public void unanswered(String why, Instant now) {
        if (state == State.SENDING) {
            state = State.UNKNOWN;
        }
        if (attempts.enough()) {
            attention = "unknown";
        }
        attempts.again(why, now);
    }

    /** The provider will not do it. */
    public void refused(String why, Instant now) {
        if (state == State.OPEN || state == State.CLOSING) {
            attempts.again(why, now);
            return;
        }
        settle(State.FAILED, why, now);
    }

    /** @return false when it was paid before, so that nothing follows from it twice */
    public boolean paid(String session, String payment, Instant now) {
        if (state == State.PAID) {
            return false;
        }
        providerSession = session == null ? providerSession : session;
        providerPayment = payment;
        settle(State.PAID, null, now);
        return true;
    }

    /** @return whether it was still to be paid */
    public boolean expired(Instant now) {
        if (state == State.CLOSING) {
            settle(State.CLOSED, null, now);
            return true;
        }
        boolean open = state == State.OPEN || state == State.UNKNOWN || state == State.SENDING || state == State.PENDING;
        if (open) {
            settle(State.EXPIRED, null, now);
        }
        return open;
    }

    /** The card was not accepted; he may try another on the same page. */
    public void declined(Instant now) {
        if (state != State.PAID) {
            declinedAt = now;
        }
    }

    /** It is not to be paid any more. Of what is being asked for nobody knows whether it is there; it is closed when that is known. */
    public void close(Instant now) {
        if (state == State.PENDING) {
            settle(State.CLOSED, null, now);
        } else if (state == State.OPEN) {
            state = State.CLOSING;
            attempts.at(now, null);
        }
    }

    /** A person must decide. @param why the end of a text's key */
    public void needs(String why) {
        attention = why;
    }

    public void linkSent(Instant now) {
        linkSentAt = now;
    }

    /** @throws BusinessException {@code order.not-paid}, {@code order.refund-more} */
    public Refund refund(Money money, String reason, String by, Instant now) {
        if (state != State.PAID) {
            throw new BusinessException("order.not-paid");
        }
        if (!money.positive() || refunded().plus(money).compareTo(amount()) > 0) {
            throw new BusinessException("order.refund-more", amount().minus(refunded()).decimal());
        }
        refunded += money.minor();
        return new Refund(this, money, reason, by, now);
    }

    /** The provider would not: the money stayed here. */
    void refundFailed(Money money) {
        refunded -= money.minor();
    }

    private void settle(State outcome, String why, Instant now) {
        state = outcome;
        attempts.over(why);
        settledAt = now;
    }

    /** Whether money may still come of it. */
    public boolean live() {
        return state == State.PENDING || state == State.SENDING || state == State.OPEN || state == State.UNKNOWN || state == State.CLOSING;
    }

    public Long id() {
        return id;
    }

    public String token() {
        return token;
    }

    public SaleOrder order() {
        return order;
    }

    public long customerId() {
        return customerId;
    }

    public Method method() {
        return method;
    }

    /** Null when no provider has to do with it. */
    public String account() {
        return account;
    }

    public Optional<Long> instalmentId() {
        return Optional.ofNullable(instalmentId);
    }

    public Money amount() {
        return new Money(amount, currency);
    }

    /** Also what is on its way back. */
    public Money refunded() {
        return new Money(refunded, currency);
    }

    public String language() {
        return language;
    }

    public State state() {
        return state;
    }

    public Optional<String> providerSession() {
        return Optional.ofNullable(providerSession);
    }

    public Optional<String> providerPayment() {
        return Optional.ofNullable(providerPayment);
    }

    /** The provider's page, once there is one. */
    public Optional<String> link() {
        return Optional.ofNullable(link);
    }

    public Optional<Instant> linkSentAt() {
        return Optional.ofNullable(linkSentAt);
    }

    public Optional<String> attention() {
        return Optional.ofNullable(attention);
    }

    public Optional<Instant> declinedAt() {
        return Optional.ofNullable(declinedAt);
    }

    public String failure() {
        return attempts.failure();
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt);
    }

    public int version() {
        return version;
    }
}
