// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.customer.Customers;
import il.moked.interaction.ejb.CustomerTexts;
import il.moked.order.Orders;
import il.moked.order.Payment;
import il.moked.order.Payments;
import il.moked.order.SaleOrder;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Being paid: the page to pay on, sending it to the customer, money that came by transfer, and money that goes back. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
public class Paying {
    private static final int LONGEST = 200;

    @Inject
    Orders orders;
    @Inject
    Payments payments;
    @Inject
    PaymentAsking asking;
    @Inject
    Refunding refunding;
    @Inject
    MoneyIn money;
    @Inject
    Customers customers;
    @Inject
    CustomerTexts texts;
    @Inject
    ToCustomer sending;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** By which way a link went. */
    public enum Sent { CONVERSATION, SMS, EMAIL }

    /**
     * A caller in a menu wants to pay: in a transaction of its own, for what is refused here must not undo that he called.
     *
     * @return the payment's id @throws BusinessException as {@link #ask}
     */
    @RolesAllowed(Role.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public long askForCaller(String number) {
        return ask(number);
    }

    /**
     * The page to pay on goes to the telephone or mailbox that is known of the customer, from the conversation of his call.
     *
     * @return empty while there is no page, or when he can be reached by neither
     */
    @RolesAllowed(Role.SYSTEM)
    public Optional<Sent> sendLinkToCaller(long paymentId, long interactionId) {
        Payment payment = payments.getLocked(paymentId);
        String link = payment.link().filter(there -> payment.state() == Payment.State.OPEN).orElse(null);
        if (link == null || !sending.concerns(interactionId, payment.order().customerId())) {
            return Optional.empty();
        }
        Optional<Sent> way = sending.outside(interactionId, texts.text("payment-link", payment.language(), payment.order().number(), payment.amount().format(payment.language()), link));
        way.ifPresent(sent -> {
            payment.linkSent(clock.instant());
            events.tell(OrderTelling.of(payment.order(), "order.link-sent", sent.name()));
        });
        return way;
    }

    /** Asks for the next instalment, or all that is open, by card. @return the payment's id; the one that is open already when there is one @throws BusinessException {@code order.state}, {@code order.no-account}, {@code order.nothing-open} */
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION, Role.SYSTEM})
    public long ask(String number) {
        SaleOrder order = orders.getLocked(number);
        if (order.state() == SaleOrder.State.CANCELLED) {
            throw new BusinessException("order.state", number);
        }
        Payment payment = asking.ask(order, customers.get(order.customerId()).language());
        orders.flush();
        return payment.id();
    }

    /**
     * Sends the link where the customer is: as an answer in the conversation of the sale when that is written and the
     * caller's own, else by text message, else by mail.
     *
     * @throws BusinessException {@code order.no-link} while there is no page, {@code order.no-conversation}, {@code order.no-way} when he can be reached by neither
     */
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR})
    public Sent sendLink(long paymentId) {
        Payment payment = payments.getLocked(paymentId);
        String link = payment.link().filter(there -> payment.state() == Payment.State.OPEN).orElseThrow(() -> new BusinessException("order.no-link"));
        String text = texts.text("payment-link", payment.language(), payment.order().number(), payment.amount().format(payment.language()), link);
        Sent way = sending.send(payment.order().interactionId().orElse(null), "pay-" + payment.token(), text);
        payment.linkSent(clock.instant());
        events.tell(OrderTelling.of(payment.order(), "order.link-sent", way.name()));
        return way;
    }

    /** The bookkeeping says that money came by bank transfer. @param reference of the bank; the same again changes nothing @throws BusinessException {@code order.too-much} with what is open */
    @RolesAllowed(Role.INTEGRATION)
    public void transferred(String number, Money amount, String reference) {
        SaleOrder order = orders.getLocked(number);
        if (reference == null || reference.isBlank() || reference.length() > LONGEST) {
            throw new BusinessException("order.reason");
        }
        if (payments.ofOrder(order.id()).stream().anyMatch(known -> known.method() == Payment.Method.TRANSFER && known.providerPayment().filter(reference::equals).isPresent())) {
            return;
        }
        if (order.state() == SaleOrder.State.CANCELLED || order.state() == SaleOrder.State.DRAFT) {
            throw new BusinessException("order.state", number);
        }
        if (!amount.positive() || amount.compareTo(order.open()) > 0) {
            throw new BusinessException("order.too-much", order.open().decimal());
        }
        Payment payment = Payment.byTransfer(order, amount, reference, currentUser.name(), clock.instant());
        payments.add(payment);
        money.came(payment);
    }

    /** Part or all of a payment goes back the way it came. @throws BusinessException {@code order.not-paid}, {@code order.refund-more} with what is left, {@code order.reason} */
    @RolesAllowed({Role.SUPERVISOR, Role.INTEGRATION})
    public void refund(long paymentId, Money amount, String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
            throw new BusinessException("order.reason");
        }
        Payment payment = payments.getLocked(paymentId);
        if (!amount.currency().equals(payment.amount().currency())) {
            throw new BusinessException("shared.currency-mismatch", payment.amount().currency(), amount.currency());
        }
        refunding.refund(payment, amount, reason.strip());
    }
}
