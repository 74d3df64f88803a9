// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.Audited;
import il.moked.customer.Customers;
import il.moked.order.CreditTerms;
import il.moked.order.Invoice;
import il.moked.order.Invoices;
import il.moked.order.Orders;
import il.moked.order.Orders.OrderSummary;
import il.moked.order.Payments;
import il.moked.order.Purchases;
import il.moked.order.SaleOrder;
import il.moked.shared.DomainEvent;
import il.moked.shared.Money;
import il.moked.shared.Page;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a customer ordered, bought, paid and got documents of; page by page, newest first. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION, Role.SYSTEM})
public class OrderReading {
    private static final int MOST_A_PAGE = 50;

    @Inject
    Customers customers;
    @Inject
    Orders orders;
    @Inject
    Payments payments;
    @Inject
    Invoices invoices;
    @Inject
    Purchases purchases;
    @Inject
    DomainEvents events;

    /** Another system looked at it. */
    public record Consulted(Long subjectId, Long customerId, String subject) implements DomainEvent, Audited {
        @Override
        public String action() {
            return "order.consulted";
        }
    }

    /** A document as it is printed. @param orderNumber of the order it is about @param refersTo number of an earlier document, or null */
    public record InvoiceDetail(String number, Invoice.Kind kind, String orderNumber, long customerId, Invoice.Payer payer, String refersTo, Instant issuedAt, LocalDate dueOn, Money net, Money vat, Money gross, List<Invoice.Line> lines) {
    }

    /** What a business may owe. @param limit null for none @param owed now */
    public record Terms(int netDays, Money limit, Money owed, int mostInstalments) {
    }

    /** @throws il.moked.shared.NotFoundException {@code order.unknown} */
    public OrderDetail get(String number) {
        SaleOrder order = orders.get(number);
        return OrderDetail.of(order, payments.ofOrder(order.id()), payments.refunds(order.id()), invoices.ofOrder(order.id()), orders.instalments(order.id()), orders.saidOf(order.id()));
    }

    /** The same for another system: written to the audit. */
    public OrderDetail consult(String number) {
        OrderDetail detail = get(number);
        events.tell(new Consulted(detail.id(), detail.customerId(), "order"));
        return detail;
    }

    public Page<OrderSummary> ofCustomer(long customerId, Purchases.Cursor after, int size) {
        return orders.ofCustomer(customers.get(customerId).id(), after, within(size));
    }

    /** The same for another system: written to the audit. */
    public Page<OrderSummary> consult(long customerId, Purchases.Cursor after, int size) {
        long id = customers.get(customerId).id();
        events.tell(new Consulted(id, id, "customer"));
        return orders.ofCustomer(id, after, within(size));
    }

    public Page<Purchases.Entry> purchases(long customerId, Purchases.Cursor after, int size) {
        return purchases.ofCustomer(customers.get(customerId).id(), after, within(size));
    }

    public Page<OrderDetail.Document> documents(long customerId, Purchases.Cursor after, int size) {
        Page<Invoice> page = invoices.ofCustomer(customers.get(customerId).id(), after, within(size));
        return new Page<>(page.rows().stream().map(OrderDetail.Document::of).toList(), page.more());
    }

    public Page<OrderDetail.Pay> payments(long customerId, Purchases.Cursor after, int size) {
        var page = payments.ofCustomer(customers.get(customerId).id(), after, within(size));
        return new Page<>(page.rows().stream().map(OrderDetail.Pay::of).toList(), page.more());
    }

    /** @throws il.moked.shared.NotFoundException {@code order.unknown-invoice} */
    public InvoiceDetail invoice(String number) {
        Invoice invoice = invoices.get(number);
        String order = orders.find(invoice.orderId()).map(SaleOrder::number).orElseThrow();
        events.tell(new Consulted(invoice.id(), invoice.customerId(), "invoice"));
        return new InvoiceDetail(invoice.number(), invoice.kind(), order, invoice.customerId(), invoice.payer(), invoice.refersTo().orElse(null), invoice.issuedAt(), invoice.dueOn().orElse(null), invoice.net(), invoice.vat(), invoice.gross(), invoice.lines());
    }

    /** Empty when he may not pay by invoice. */
    public Optional<Terms> terms(long customerId) {
        long id = customers.get(customerId).id();
        return orders.terms(id).map((CreditTerms terms) -> new Terms(terms.netDays(), terms.limit().orElse(null), orders.owed(id, terms.currency()), terms.mostInstalments()));
    }

    private static int within(int size) {
        return Math.max(1, Math.min(size, MOST_A_PAGE));
    }
}
