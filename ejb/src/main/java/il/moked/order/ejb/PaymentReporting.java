// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.access.Role;
import il.moked.order.Payment;
import il.moked.order.Payments;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * The counter behind the door providers tell payments at. What they tell is taken once, in whatever order it comes; what
 * does not agree with what was asked pays nothing and waits for a person.
 */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PaymentReporting {
    @Inject
    Payments payments;
    @Inject
    MoneyIn money;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** What was done with it. */
    public enum Outcome { TAKEN, KNOWN_BEFORE, NOTHING_TO_DO, NOT_OURS, MISMATCH }

    /** @param account code of the one it was told to, proven */
    public Outcome report(String account, PaymentNews news) {
        if (news.kind() == PaymentNews.Kind.OTHER) {
            return Outcome.NOTHING_TO_DO;
        }
        Optional<Payment> found = Optional.ofNullable(news.token()).flatMap(payments::withToken).map(payments::getLocked).filter(payment -> account.equals(payment.account()));
        if (found.isEmpty()) {
            payments.told(account, news.event(), null, news.kind().name(), Outcome.NOT_OURS.name(), clock.instant());
            return Outcome.NOT_OURS;
        }
        Payment payment = found.get();
        boolean fits = news.kind() != PaymentNews.Kind.PAID || payment.amount().equals(news.amount());
        Outcome outcome = fits ? Outcome.TAKEN : Outcome.MISMATCH;
        if (!payments.told(account, news.event(), payment.id(), news.kind().name(), outcome.name(), clock.instant())) {
            return Outcome.KNOWN_BEFORE;
        }
        if (!fits) {
            payment.needs("mismatch");
            events.tell(OrderTelling.of(payment.order(), "order.payment-mismatch", payment.amount() + " / " + news.amount()));
            return outcome;
        }
        return take(payment, news) ? outcome : Outcome.NOTHING_TO_DO;
    }

    private boolean take(Payment payment, PaymentNews news) {
        return switch (news.kind()) {
            case PAID -> {
                boolean fresh = payment.paid(news.session(), news.payment(), clock.instant());
                if (fresh) {
                    money.came(payment);
                }
                yield fresh;
            }
            case EXPIRED -> {
                boolean ended = payment.expired(clock.instant());
                if (ended) {
                    events.tell(OrderTelling.of(payment.order(), "order.payment-expired", null));
                }
                yield ended;
            }
            case DECLINED -> {
                payment.declined(clock.instant());
                events.tell(OrderTelling.of(payment.order(), "order.payment-declined", null));
                yield true;
            }
            case OTHER -> false;
        };
    }

    /** Somebody called without proof. */
    public void refused(String account) {
        events.tell(new CallbackRefused(account));
    }
}
