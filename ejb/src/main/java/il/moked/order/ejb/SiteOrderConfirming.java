// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.channel.Channel;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Identification;
import il.moked.interaction.ejb.CustomerTexts;
import il.moked.order.Orders;
import il.moked.order.Payments;
import il.moked.order.SaleOrder;
import il.moked.order.SiteOrder;
import il.moked.routing.ejb.ClosedNotice;
import il.moked.routing.ejb.ClosedNotice.Way;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ejb.PortalAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Whoever bought on the site gets it in writing once it is paid, where he said he is reached, with the way back to his order. Not before:
 * whoever types another's address makes nobody be written to.
 */
@ApplicationScoped
class SiteOrderConfirming {
    private static final String CLOSED = "SITE_ORDER";

    @Inject
    Orders orders;
    @Inject
    Payments payments;
    @Inject
    Customers customers;
    @Inject
    ClosedNotice notice;
    @Inject
    CustomerTexts texts;
    @Inject
    PortalAddress portal;

    void confirmed(@Observes OrderActed event) {
        if (event.action().equals("order.confirmed")) {
            orders.saidOf(event.orderId()).ifPresent(said -> way(said).ifPresent(way -> tell(orders.find(event.orderId()).orElseThrow(), said, way)));
        }
    }

    private Optional<Way> way(SiteOrder said) {
        return notice.way(Channel.EMAIL, said.email()).or(() -> notice.way(Channel.SMS, said.phone().flatMap(PhoneNumber::parse).filter(PhoneNumber::mobile).map(PhoneNumber::value)));
    }

    /** What opens the order is in what he gets, and in nothing that is kept. */
    private void tell(SaleOrder order, SiteOrder said, Way way) {
        String language = payments.ofOrder(order.id()).get(0).language();
        Customer customer = customers.get(order.customerId());
        String name = way.account().name(language);
        String amount = order.gross().format(language);
        String kept = texts.text("order-confirmed", language, order.number(), amount, name);
        String secret = portal.page("/order/" + order.number() + "/" + said.code()).map(page -> texts.text("order-confirmed-link", language, order.number(), amount, page, name)).orElse(null);
        notice.tell(customer, Identification.CONTACT_POINT, way, language, new ClosedNotice.Told(texts.text("order-confirmed-subject", language, order.number()), CLOSED, kept, secret));
    }
}
