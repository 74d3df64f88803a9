// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.order.Orders;
import il.moked.order.SaleOrder;
import il.moked.order.ejb.OrderActed;
import il.moked.selfservice.SecureLink;
import il.moked.selfservice.SecureLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** A link to pay is done once nothing of its order is open any more. */
@ApplicationScoped
public class LinksPaid {
    private static final String PAID = "order.paid";

    @Inject
    SecureLinks links;
    @Inject
    Orders orders;
    @Inject
    LinkLedger ledger;
    @Inject
    Clock clock;

    void acted(@Observes OrderActed acted) {
        if (!PAID.equals(acted.action())) {
            return;
        }
        Optional<SaleOrder> paid = orders.find(acted.orderId()).filter(order -> !order.open().positive());
        paid.ifPresent(order -> links.toPay(order.number()).forEach(found -> {
            SecureLink link = links.getLocked(found.reference());
            if (link.usable(clock.instant())) {
                link.done(clock.instant());
                ledger.write(link, LinkLedger.Step.DONE, LinkLedger.CUSTOMER);
            }
        }));
    }
}
