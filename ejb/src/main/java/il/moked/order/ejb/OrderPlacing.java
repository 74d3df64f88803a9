// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.catalog.Quote;
import il.moked.catalog.QuoteLine;
import il.moked.catalog.ejb.Quoting;
import il.moked.customer.Customer;
import il.moked.order.CreditTerms;
import il.moked.order.Instalment;
import il.moked.order.OrderLine;
import il.moked.order.Orders;
import il.moked.order.SaleOrder;
import il.moked.order.SaleOrder.Settlement;
import il.moked.shared.BusinessException;
import il.moked.shared.Names;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** An order is placed from a quote, whoever sells: its goods are held, and its money is asked for or owed. */
@ApplicationScoped
class OrderPlacing {
    /** After the page of the provider has ended, news of a payment may still be on its way. */
    private static final Duration GRACE = Duration.ofMinutes(10);
    private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");

    @Inject
    Orders orders;
    @Inject
    Quoting quoting;
    @Inject
    GoodsHeld goods;
    @Inject
    MoneyIn money;
    @Inject
    Invoicing invoicing;
    @Inject
    PaymentAsking asking;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;
    /** How long a customer has to pay by card, 30 to 1440; so long his goods are kept for him. Minutes. */
    @Inject
    @ConfigProperty(name = "moked.order.payment-minutes", defaultValue = "60")
    int paymentMinutes;

    /** @param instalments 1 for all at once @param language of the page to pay on @param location where it is fetched from; null when it is sent */
    record Way(Settlement settlement, int instalments, String language, String location) {
    }

    /** @param order not placed yet @param quote locked */
    SaleOrder place(SaleOrder order, Quote quote, Customer customer, Way way, SaleOrder.Seller seller) {
        Instant now = clock.instant();
        quoting.accept(quote.number().digits(), seller.channel());
        boolean card = way.settlement() == Settlement.CARD;
        Instant payBy = card ? now.plus(Duration.ofMinutes(paymentMinutes)) : null;
        order.place(orders.nextNumber(), quote.number().digits(), quote.lines().stream().map(OrderPlacing::priced).toList(), way.settlement(), seller, payBy, now);
        orders.add(order);
        orders.flush();
        goods.hold(order, (card ? payBy : now).plus(GRACE), way.location());
        events.tell(OrderTelling.of(order, "order.placed", order.number()));
        plan(order, way.instalments(), card ? 0 : agreed(order, customer, way.instalments()).netDays());
        if (card) {
            asking.ask(order, way.language());
        } else {
            money.sell(order);
            invoicing.owed(order, orders.instalments(order.id()).get(0).dueOn());
        }
        return order;
    }

    private static OrderLine.Priced priced(QuoteLine line) {
        return new OrderLine.Priced(line.sku(), new Names(line.hebrewName(), line.englishName()), Math.toIntExact(line.quantity()), line.amounts());
    }

    private CreditTerms agreed(SaleOrder order, Customer customer, int instalments) {
        CreditTerms terms = orders.termsLocked(customer.id()).orElseThrow(() -> new BusinessException("order.no-terms"));
        terms.allow(orders.owed(customer.id(), order.currency()).minus(order.open()), order.gross(), instalments);
        return terms;
    }

    private void plan(SaleOrder order, int parts, int netDays) {
        if (parts < 1 || parts > CreditTerms.MOST_INSTALMENTS) {
            throw new BusinessException("order.too-many-instalments", CreditTerms.MOST_INSTALMENTS);
        }
        Instalment.of(order, parts, LocalDate.ofInstant(clock.instant(), ZONE).plusDays(netDays)).forEach(orders::add);
        orders.flush();
    }
}
