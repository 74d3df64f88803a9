// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.access.Role;
import il.moked.order.Orders;
import il.moked.order.Payment;
import il.moked.order.Payments;
import il.moked.order.SaleOrder;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Ends orders that were not paid in time, once it is certain that no money is on its way. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class OrderWatch {
    private static final int BATCH = 50;

    @Inject
    Orders orders;
    @Inject
    Payments payments;
    @Inject
    GoodsHeld goods;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    public List<Long> unpaid() {
        return orders.unpaid(clock.instant(), BATCH);
    }

    /** Closes its pages of payment first; it ends when they have. */
    public void lapse(long orderId) {
        SaleOrder order = orders.getLocked(orderId);
        Instant now = clock.instant();
        if (order.state() != SaleOrder.State.PLACED || order.confirmed() || order.payBy().filter(now::isAfter).isEmpty()) {
            return;
        }
        List<Payment> live = payments.ofOrder(orderId).stream().filter(Payment::live).toList();
        if (live.isEmpty()) {
            order.cancel("unpaid", now);
            goods.free(order);
            events.tell(OrderTelling.of(order, "order.lapsed", order.number()));
        } else {
            live.stream().filter(payment -> payment.state() == Payment.State.OPEN || payment.state() == Payment.State.PENDING).forEach(payment -> payment.close(now));
        }
    }
}
