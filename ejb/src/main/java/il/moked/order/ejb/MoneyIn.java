// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.order.Instalment;
import il.moked.order.Orders;
import il.moked.order.Payment;
import il.moked.order.Purchase;
import il.moked.order.Purchases;
import il.moked.order.SaleOrder;
import il.moked.shared.Money;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** What follows when money has come: the goods are the customer's, the documents are written, the ledger knows. Whoever calls it holds order and payment. */
@ApplicationScoped
class MoneyIn {
    @Inject
    Orders orders;
    @Inject
    Purchases purchases;
    @Inject
    Invoicing invoicing;
    @Inject
    GoodsHeld goods;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** The payment is settled as paid. */
    void came(Payment payment) {
        SaleOrder order = payment.order();
        if (order.state() == SaleOrder.State.CANCELLED) {
            payment.needs("cancelled");
            events.tell(OrderTelling.of(order, "order.paid-after-cancelling", payment.amount().toString()));
            return;
        }
        if (payment.amount().compareTo(order.open()) > 0) {
            payment.needs("too-much");
        }
        boolean first = !order.confirmed();
        if (first) {
            sell(order);
        }
        List<Instalment> plan = orders.instalments(order.id());
        Instalment.take(plan, payment.amount());
        order.paid(payment.amount(), clock.instant());
        if (first && plan.size() <= 1) {
            invoicing.paid(order);
        } else {
            if (first) {
                invoicing.owed(order, plan.get(plan.size() - 1).dueOn());
            }
            invoicing.receipt(payment);
        }
        events.tell(OrderTelling.of(order, "order.paid", payment.amount().toString()));
    }

    /** The goods kept for it are his now. When they are gone, because he paid too late, a person must see to it: the money is here. */
    void sell(SaleOrder order) {
        if (!goods.sell(order)) {
            order.needs("no-stock");
        }
        order.confirm(clock.instant());
        bought(order.number(), order, order.gross());
        events.tell(OrderTelling.of(order, "order.confirmed", null));
    }

    void bought(String number, SaleOrder order, Money amount) {
        purchases.add(new Purchase(number, order.customerId(), amount, clock.instant()));
        events.tell(new Purchased(order.customerId()));
    }
}
