// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.access.Role;
import il.moked.catalog.Quotes;
import il.moked.catalog.Stock;
import il.moked.catalog.StockLocation;
import il.moked.catalog.ejb.Pricing;
import il.moked.catalog.ejb.Quoting;
import il.moked.channel.Channel;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.ejb.Identifying;
import il.moked.customer.ejb.Identifying.Sender;
import il.moked.order.Orders;
import il.moked.order.Payments;
import il.moked.order.SaleOrder;
import il.moked.order.SaleOrder.Settlement;
import il.moked.order.SiteOrder;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import il.moked.shared.NotFoundException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody buys on the site by card, with an account or without. Without one he pays what everybody pays, whatever addresses he
 * types: nothing that is agreed with a customer is told to whoever knows his number. How it stands is seen with the order's number and
 * the code that only he was given.
 */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
public class SelfOrdering {
    /** More different things are not bought at once without a person. */
    public static final int MOST_LINES = 20;
    private static final int MOST_PIECES = 99;
    private static final String SITE = "site";

    @Inject
    Orders orders;
    @Inject
    Payments payments;
    @Inject
    Quotes quotes;
    @Inject
    Quoting quoting;
    @Inject
    OrderPlacing placing;
    @Inject
    Identifying identifying;
    @Inject
    Customers customers;
    @Inject
    Stock stock;
    @Inject
    Clock clock;

    /** @param clientKey of the form: sent again it is the same order @param customerId who is signed in, or null @param total what he saw it costs */
    public record Wish(String clientKey, Long customerId, List<Pricing.Item> items, SiteOrder.Said said, Money total, String language) {
    }

    /** What he needs to see it again. */
    public record Ticket(String number, String code) {
    }

    /** @param payAt the provider's page, null unless it can be paid now @param preparing whether that page is being made @param place where it is fetched from, or null */
    public record OwnOrder(String number, SaleOrder.State state, List<OrderDetail.Line> lines, Money gross, Money paid, Instant placedAt, Instant payBy, Instant fulfilledAt, String payAt, boolean preparing, boolean declined, SiteOrder.Manner manner, Place place) {
    }

    public record Place(String code, String hebrewName, String englishName) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** Where something can be fetched from at all. */
    public List<Place> places() {
        return stock.locations().stream().filter(location -> location.kind() == StockLocation.Kind.BRANCH && location.active()).map(SelfOrdering::place).toList();
    }

    private static Place place(StockLocation location) {
        return new Place(location.code(), location.name("he"), location.name("en"));
    }

    /**
     * @throws BusinessException {@code order.price-changed}: it costs something else by now, and must be looked at again; {@code catalog.out-of-stock}, {@code order.pieces}, {@code order.most-lines}, {@code order.no-account}
     */
    public Ticket place(Wish wish) {
        Optional<SiteOrder> before = orders.saidWith(wish.clientKey());
        if (before.isPresent()) {
            return ticket(orders.find(before.get().orderId()).orElseThrow(), before.get());
        }
        check(wish);
        Customer customer = wish.customerId() == null ? identifying.identify(new Sender(wish.said().name(), wish.said().email(), wish.said().phone(), null), wish.language()).customer() : customers.get(wish.customerId());
        Quoting.QuoteDetail quote = quoting.offer(new Pricing.Basket(wish.customerId(), null, null, null, null, wish.items()), new Quoting.Occasion(Channel.FORM, null, 1));
        if (!quote.gross().equals(wish.total())) {
            throw new BusinessException("order.price-changed", quote.gross().decimal().toPlainString());
        }
        SaleOrder.Seller seller = new SaleOrder.Seller(Channel.FORM, null, null, SITE);
        SaleOrder order = new SaleOrder(customer.id(), seller, quote.currency(), clock.instant());
        placing.place(order, quotes.withNumberLocked(quote.number()), customer, new OrderPlacing.Way(Settlement.CARD, 1, wish.language(), wish.said().location()), seller);
        SiteOrder said = new SiteOrder(order, wish.clientKey(), wish.said(), clock.instant());
        orders.add(said);
        orders.flush();
        return ticket(order, said);
    }

    private static void check(Wish wish) {
        if (wish.items().size() > MOST_LINES) {
            throw new BusinessException("order.most-lines", MOST_LINES);
        }
        if (wish.items().stream().anyMatch(item -> item.quantity() > MOST_PIECES)) {
            throw new BusinessException("order.pieces", MOST_PIECES);
        }
        if (wish.said().email() == null && wish.said().phone() == null) {
            throw new BusinessException("shared.field-missing", "email");
        }
    }

    private static Ticket ticket(SaleOrder order, SiteOrder said) {
        return new Ticket(order.number(), said.code());
    }

    /** @throws NotFoundException {@code order.unknown}: also when the code is another's, or it was not bought on the site */
    public OwnOrder get(String number, String code) {
        SaleOrder order = orders.findByNumber(number).filter(found -> orders.saidOf(found.id()).filter(said -> said.opensWith(code)).isPresent()).orElseThrow(() -> new NotFoundException("order.unknown"));
        SiteOrder said = orders.saidOf(order.id()).orElseThrow();
        OrderDetail.Pay pay = payments.ofOrder(order.id()).stream().map(OrderDetail.Pay::of).filter(one -> one.payable() || one.preparing()).findFirst().orElse(null);
        Place place = said.location().flatMap(stock::findLocation).map(SelfOrdering::place).orElse(null);
        return new OwnOrder(order.number(), order.state(), order.lines().stream().map(OrderDetail.Line::of).toList(), order.gross(), order.paid(), order.placedAt().orElse(null), order.payBy().orElse(null), order.fulfilledAt().orElse(null),
                pay == null ? null : pay.link(), pay != null && pay.preparing(), pay != null && pay.declinedAt() != null, said.manner(), place);
    }
}
