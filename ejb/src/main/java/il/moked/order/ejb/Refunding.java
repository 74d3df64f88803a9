// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.access.ejb.CurrentUser;
import il.moked.order.OrderReturn;
import il.moked.order.Payment;
import il.moked.order.Payments;
import il.moked.order.SaleOrder;
import il.moked.shared.Money;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Sends money back the way it came: the newest payment first, of each never more than it brought. */
@ApplicationScoped
class Refunding {
    @Inject
    Payments payments;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    void refund(Payment payment, Money money, String reason) {
        payments.add(payment.refund(money, reason, currentUser.name(), clock.instant()));
        events.tell(OrderTelling.of(payment.order(), "order.refund-asked", money.toString()));
    }

    /** What was paid beyond what he now has to pay. */
    void refundFor(OrderReturn returned) {
        SaleOrder order = returned.order();
        List<Payment> newest = new ArrayList<>(payments.ofOrder(order.id()));
        Collections.reverse(newest);
        Money kept = newest.stream().filter(payment -> payment.state() == Payment.State.PAID).map(payment -> payment.amount().minus(payment.refunded())).reduce(Money.zero(order.currency()), Money::plus);
        Money left = kept.minus(order.gross().minus(order.credited()));
        for (Payment payment : newest) {
            Money part = left.atMost(payment.amount().minus(payment.refunded()));
            if (payment.state() == Payment.State.PAID && part.positive()) {
                refund(payment, part, null);
                left = left.minus(part);
            }
        }
    }
}
