// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.ejb.CurrentUser;
import il.moked.catalog.Quote;
import il.moked.catalog.Quotes;
import il.moked.channel.Channel;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.order.OrderReturn;
import il.moked.order.Orders;
import il.moked.order.Payment;
import il.moked.order.Payments;
import il.moked.order.ReturnPolicy;
import il.moked.order.SaleOrder;
import il.moked.order.SaleOrder.Settlement;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import il.moked.shared.Names;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** Selling: an order from a quote, handing it over, cancelling it, taking goods back. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
public class Ordering {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
    private static final int LONGEST_REASON = 200;

    @Inject
    Orders orders;
    @Inject
    Payments payments;
    @Inject
    Customers customers;
    @Inject
    Interactions interactions;
    @Inject
    Quotes quotes;
    @Inject
    OrderPlacing placing;
    @Inject
    GoodsHeld goods;
    @Inject
    MoneyIn money;
    @Inject
    Invoicing invoicing;
    @Inject
    Refunding refunding;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /**
     * What is to be ordered.
     *
     * @param quote its number, as written or said
     * @param customerId who buys; null when the quote says it
     * @param instalments 1 for all at once
     * @param interactionId conversation in which it is sold, or null
     */
    public record NewOrder(String quote, Long customerId, Settlement settlement, int instalments, Long interactionId) {
    }

    /**
     * Makes an order of a quote, at its prices. The same quote again gives the same order, so that a repeated request makes no second one.
     *
     * @return its number
     * @throws BusinessException {@code catalog.unknown-quote}, {@code catalog.quote-expired}: a fresh quote must be made, {@code catalog.quote-ended}, {@code catalog.not-in-stock},
     *         {@code order.no-customer}, {@code order.other-customer}, {@code order.no-terms}, {@code order.over-limit}, {@code order.too-many-instalments}, {@code order.no-account}
     */
    public String place(NewOrder wanted) {
        Quote quote = quotes.withNumberLocked(wanted.quote());
        Optional<SaleOrder> before = orders.ofQuote(quote.number().digits());
        if (before.isPresent()) {
            return before.get().number();
        }
        Customer customer = buyer(quote, wanted.customerId());
        Optional<Interaction> conversation = Optional.ofNullable(wanted.interactionId()).map(interactions::get);
        SaleOrder.Seller seller = seller(conversation);
        SaleOrder order = basket(customer, seller).orElseGet(() -> new SaleOrder(customer.id(), seller, quote.currency(), clock.instant()));
        return placing.place(order, quote, customer, new OrderPlacing.Way(wanted.settlement(), wanted.instalments(), customer.language(), null), seller).number();
    }

    private Customer buyer(Quote quote, Long customerId) {
        Long who = customerId == null ? quote.customerId().orElseThrow(() -> new BusinessException("order.no-customer")) : customerId;
        Customer customer = customers.get(who);
        if (customer.guest()) {
            throw new BusinessException("order.guest");
        }
        if (quote.customerId().isPresent() && !customers.get(quote.customerId().get()).id().equals(customer.id())) {
            throw new BusinessException("order.other-customer");
        }
        return customer;
    }

    private SaleOrder.Seller seller(Optional<Interaction> conversation) {
        StaffUser user = currentUser.get();
        Channel channel = conversation.map(Interaction::channel).orElse(null);
        return new SaleOrder.Seller(channel, conversation.map(Interaction::id).orElse(null), user.has(Role.INTEGRATION) ? null : user.id(), user.userName());
    }

    private Optional<SaleOrder> basket(Customer customer, SaleOrder.Seller seller) {
        return seller.agentId() == null ? Optional.empty() : orders.draft(customer.id(), seller.agentId());
    }

    /** It was handed over: the time to give it back begins. */
    public void fulfil(String number) {
        SaleOrder order = orders.getLocked(number);
        order.fulfil(clock.instant());
        events.tell(OrderTelling.of(order, "order.fulfilled", order.number()));
    }

    /** What was kept for it is free again, its page of payment is closed, and what was paid goes back. */
    public void cancel(String number, String reason) {
        SaleOrder order = orders.getLocked(number);
        cancel(order, checked(reason));
    }

    private void cancel(SaleOrder order, String reason) {
        boolean sold = order.confirmed();
        order.cancel(reason, clock.instant());
        goods.free(order);
        for (Payment payment : payments.ofOrder(order.id())) {
            payment.close(clock.instant());
            Money left = payment.amount().minus(payment.refunded());
            if (payment.state() == Payment.State.PAID && left.positive()) {
                refunding.refund(payment, left, reason);
            }
        }
        if (sold) {
            order.creditAll();
            invoicing.creditAll(order);
            money.bought(order.number() + "-C", order, order.gross().negated());
        }
        events.tell(OrderTelling.of(order, "order.cancelled", order.number()));
    }

    /** Until when it may be given back, and why; null before it was handed over. */
    public ReturnPolicy.Window window(String number, ReturnPolicy.Ground ground) {
        SaleOrder order = orders.get(number);
        return order.fulfilledAt().map(at -> ReturnPolicy.of(ground, order.channel().orElse(null), at)).orElse(null);
    }

    /**
     * Takes goods back: they are in stock again, what they cost is credited, and what was paid for them goes back.
     *
     * @param pieces by place of the order's line
     * @throws BusinessException {@code order.return-late} with the last day, {@code order.too-many-returned}, {@code order.no-line}, {@code order.state}
     */
    public void takeBack(String number, Map<Integer, Integer> pieces, ReturnPolicy.Ground ground, String reason) {
        SaleOrder order = orders.getLocked(number);
        Instant now = clock.instant();
        if (pieces.isEmpty()) {
            throw new BusinessException("order.empty");
        }
        order.fulfilledAt().map(at -> ReturnPolicy.of(ground, order.channel().orElse(null), at)).filter(window -> !window.opens(now)).ifPresent(late -> {
            throw new BusinessException("order.return-late", order.number(), LocalDate.ofInstant(late.until(), ZONE).toString());
        });
        OrderReturn returned = new OrderReturn(order, pieces, ground, reason == null ? null : checked(reason), currentUser.name(), now);
        orders.add(returned);
        orders.flush();
        goods.back(returned);
        invoicing.credit(returned);
        money.bought(order.number() + "-R" + returned.id(), order, returned.amounts().gross().negated());
        refunding.refundFor(returned);
        events.tell(OrderTelling.of(order, "order.returned", order.number()));
    }

    private static String checked(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new BusinessException("order.reason");
        }
        return reason.strip().substring(0, Math.min(reason.strip().length(), LONGEST_REASON));
    }

    /** A person looked at what was amiss with it. */
    public void seenTo(String number) {
        SaleOrder order = orders.getLocked(number);
        order.seenTo();
        events.tell(OrderTelling.of(order, "order.seen-to", order.number()));
    }
}
