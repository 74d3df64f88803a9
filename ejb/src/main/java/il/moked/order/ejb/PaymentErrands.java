// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.access.Role;
import il.moked.order.Payment;
import il.moked.order.PaymentAccount;
import il.moked.order.Payments;
import il.moked.order.Refund;
import il.moked.order.SaleOrder;
import il.moked.shared.Money;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What providers are to be asked, and what they answered. Each is begun and settled in a transaction of its own; the asking itself is in none. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class PaymentErrands {
    private static final int BATCH = 50;

    @Inject
    Payments payments;
    @Inject
    MoneyIn money;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** What is asked: for a page, what became of one, or to close it. */
    public enum Ask { OPEN, LOOK, CLOSE }

    /** Where to ask. @param baseUrl null for the driver's usual one @param returnUrl where the customer comes back to */
    public record Account(String code, String driver, String baseUrl, String returnUrl) {
        static Account of(PaymentAccount account) {
            return new Account(account.code(), account.driver(), account.baseUrl().orElse(null), account.returnUrl());
        }
    }

    /** @param session the provider's name of its page, null before there is one @param orderNumber shown to the customer */
    public record Errand(long paymentId, Ask ask, Account account, String token, String session, Money amount, String orderNumber, String language, Instant expiresAt) {
    }

    /** @param payment the provider's name of the money */
    public record RefundErrand(long refundId, boolean askedBefore, Account account, String token, String payment, Money amount) {
    }

    /** What the provider has of a page. */
    public enum Standing { OPEN, PAID, EXPIRED }

    public List<Long> due() {
        return payments.due(clock.instant(), BATCH);
    }

    /** @return empty when it is not its time, or nobody can ask */
    public Optional<Errand> begin(long paymentId) {
        Payment payment = payments.getLocked(paymentId);
        Optional<PaymentAccount> account = payments.account(payment.account());
        if (account.isEmpty() || !payment.begin(clock.instant())) {
            return Optional.empty();
        }
        Ask ask = payment.providerSession().isEmpty() ? Ask.OPEN : payment.state() == Payment.State.CLOSING ? Ask.CLOSE : Ask.LOOK;
        return Optional.of(new Errand(paymentId, ask, Account.of(account.get()), payment.token(), payment.providerSession().orElse(null), payment.amount(), payment.order().number(), payment.language(), payment.expiresAt()));
    }

    public void opened(long paymentId, String session, String link) {
        Payment payment = payments.getLocked(paymentId);
        Instant now = clock.instant();
        payment.opened(session, link, now);
        if (payment.order().state() == SaleOrder.State.CANCELLED) {
            payment.close(now);
        }
        events.tell(OrderTelling.of(payment.order(), "order.payment-open", null));
    }

    /** What it says when it is asked. @param paid null unless it was paid */
    public void stands(long paymentId, Standing standing, String providerPayment, Money paid) {
        Payment payment = payments.getLocked(paymentId);
        Instant now = clock.instant();
        switch (standing) {
            case OPEN -> payment.same(now);
            case EXPIRED -> {
                if (payment.expired(now)) {
                    events.tell(OrderTelling.of(payment.order(), "order.payment-expired", null));
                }
            }
            case PAID -> {
                if (!payment.amount().equals(paid)) {
                    payment.needs("mismatch");
                    payment.same(now);
                    events.tell(OrderTelling.of(payment.order(), "order.payment-mismatch", payment.amount() + " / " + paid));
                } else if (payment.paid(null, providerPayment, now)) {
                    money.came(payment);
                }
            }
        }
    }

    /** @param counted false when the provider is away */
    public void notAsked(long paymentId, String why, boolean counted) {
        Payment payment = payments.getLocked(paymentId);
        payment.notAsked(why, counted, clock.instant());
        failed(payment);
    }

    public void unanswered(long paymentId, String why) {
        payments.getLocked(paymentId).unanswered(why, clock.instant());
    }

    public void refused(long paymentId, String why) {
        Payment payment = payments.getLocked(paymentId);
        payment.refused(why, clock.instant());
        failed(payment);
    }

    private void failed(Payment payment) {
        if (payment.state() == Payment.State.FAILED) {
            events.tell(OrderTelling.of(payment.order(), "order.payment-failed", null));
        }
    }

    public List<Long> refundsDue() {
        return payments.refundsDue(clock.instant(), BATCH);
    }

    public Optional<RefundErrand> beginRefund(long refundId) {
        Refund refund = payments.refundLocked(refundId);
        Optional<PaymentAccount> account = payments.account(refund.payment().account());
        if (account.isEmpty() || !refund.begin(clock.instant())) {
            return Optional.empty();
        }
        return Optional.of(new RefundErrand(refundId, refund.state() == Refund.State.UNKNOWN, Account.of(account.get()), refund.token(), refund.payment().providerPayment().orElse(null), refund.amount()));
    }

    public void refundDone(long refundId, String provider) {
        Refund refund = payments.refundLocked(refundId);
        if (refund.done(provider, clock.instant())) {
            events.tell(OrderTelling.of(refund.payment().order(), "order.refunded", refund.amount().toString()));
        }
    }

    public void refundNotAsked(long refundId, String why) {
        payments.refundLocked(refundId).notAsked(why, clock.instant());
    }

    public void refundUnanswered(long refundId, String why) {
        payments.refundLocked(refundId).unanswered(why, clock.instant());
    }

    public void refundRefused(long refundId, String why) {
        Refund refund = payments.refundLocked(refundId);
        refund.refused(why, clock.instant());
        events.tell(OrderTelling.of(refund.payment().order(), "order.refund-failed", refund.amount().toString()));
    }
}
