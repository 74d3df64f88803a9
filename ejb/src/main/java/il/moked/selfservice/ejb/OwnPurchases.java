// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.access.Role;
import il.moked.customer.Customers;
import il.moked.order.Invoice;
import il.moked.order.Invoices;
import il.moked.order.OrderLine;
import il.moked.order.Orders;
import il.moked.order.Orders.OrderSummary;
import il.moked.order.Payment;
import il.moked.order.Payments;
import il.moked.order.Purchases;
import il.moked.order.Refund;
import il.moked.order.SaleOrder;
import il.moked.order.ejb.Paying;
import il.moked.shared.Money;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What a customer bought: his orders and where they stand, their invoices, what he gave back, and paying what is open. */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
public class OwnPurchases {
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
    Paying paying;
    @Inject
    DomainEvents events;

    /** @param returned pieces he gave back */
    public record Piece(String sku, String hebrewName, String englishName, int quantity, int returned, Money gross) {
        static Piece of(OrderLine line) {
            return new Piece(line.sku(), line.name("he"), line.name("en"), line.quantity(), line.returned(), line.gross());
        }

        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** @param dueOn null unless it is to be paid */
    public record Document(String number, Invoice.Kind kind, Instant issuedAt, LocalDate dueOn, Money gross) {
        static Document of(Invoice invoice) {
            return new Document(invoice.number(), invoice.kind(), invoice.issuedAt(), invoice.dueOn().orElse(null), invoice.gross());
        }
    }

    /** Money that goes back to him. */
    public record Back(Money amount, Refund.State state, Instant at) {
        static Back of(Refund refund) {
            return new Back(refund.amount(), refund.state(), refund.createdAt());
        }
    }

    /** @param payBy null unless it must be paid by then @param link the provider's page to pay on, null while there is none @param preparing whether it is being made */
    public record OwnOrder(String number, SaleOrder.State state, SaleOrder.Settlement settlement, Instant placedAt, Instant fulfilledAt, Instant payBy, Money net, Money vat, Money gross, Money paid, Money open, String link, boolean preparing, List<Piece> pieces, List<Document> documents, List<Back> refunds) {
        public boolean payable() {
            return state != SaleOrder.State.CANCELLED && state != SaleOrder.State.DRAFT && open.positive();
        }

        public boolean returned() {
            return pieces.stream().anyMatch(piece -> piece.returned() > 0);
        }
    }

    /** An invoice as it is shown. */
    public record OwnInvoice(String number, Invoice.Kind kind, String order, Invoice.Payer payer, String refersTo, Instant issuedAt, LocalDate dueOn, Money net, Money vat, Money gross, List<Invoice.Line> lines) {
    }

    /** Newest first. @param after null for the first page */
    public Page<OrderSummary> orders(long customerId, Purchases.Cursor after, int size) {
        return orders.ofCustomer(customers.get(customerId).id(), after, Math.max(1, Math.min(size, MOST_A_PAGE)));
    }

    /** What he bought elsewhere of the organisation as well, newest first. */
    public Page<Purchases.Entry> purchases(long customerId, Purchases.Cursor after, int size) {
        return purchases.ofCustomer(customers.get(customerId).id(), after, Math.max(1, Math.min(size, MOST_A_PAGE)));
    }

    /** Newest first. */
    public Page<Document> documents(long customerId, Purchases.Cursor after, int size) {
        Page<Invoice> page = invoices.ofCustomer(customers.get(customerId).id(), after, Math.max(1, Math.min(size, MOST_A_PAGE)));
        return new Page<>(page.rows().stream().map(Document::of).toList(), page.more());
    }

    /** @throws NotFoundException {@code order.unknown} also for somebody else's and for one that was not placed */
    public OwnOrder order(long customerId, String number) {
        SaleOrder order = own(customerId, number);
        List<Payment> asked = payments.ofOrder(order.id());
        String link = asked.stream().filter(payment -> payment.state() == Payment.State.OPEN).flatMap(payment -> payment.link().stream()).findFirst().orElse(null);
        events.tell(new OwnRead(order.id(), customerId, "order"));
        return new OwnOrder(order.number(), order.state(), order.settlement(), order.placedAt().orElse(null), order.fulfilledAt().orElse(null), order.payBy().orElse(null), order.net(), order.vat(), order.gross(), order.paid(), order.open(), link,
                link == null && asked.stream().anyMatch(Payment::live), order.lines().stream().map(Piece::of).toList(), invoices.ofOrder(order.id()).stream().map(Document::of).toList(), payments.refunds(order.id()).stream().map(Back::of).toList());
    }

    /** @throws NotFoundException {@code order.unknown-invoice} also for somebody else's */
    public OwnInvoice invoice(long customerId, String number) {
        long id = customers.get(customerId).id();
        Invoice invoice = invoices.find(number).filter(found -> customers.get(found.customerId()).id() == id).orElseThrow(() -> new NotFoundException("order.unknown-invoice"));
        events.tell(new OwnRead(invoice.id(), customerId, "invoice"));
        return new OwnInvoice(invoice.number(), invoice.kind(), orders.find(invoice.orderId()).map(SaleOrder::number).orElse(""), invoice.payer(), invoice.refersTo().orElse(null), invoice.issuedAt(), invoice.dueOn().orElse(null), invoice.net(), invoice.vat(), invoice.gross(),
                invoice.lines());
    }

    /** Asks for a page to pay on: the next instalment, or all that is open. The one that is there already stays. @throws il.moked.shared.BusinessException {@code order.state}, {@code order.no-account}, {@code order.nothing-open} */
    public void pay(long customerId, String number) {
        paying.ask(own(customerId, number).number());
    }

    private SaleOrder own(long customerId, String number) {
        long id = customers.get(customerId).id();
        return orders.findByNumber(number).filter(order -> order.state() != SaleOrder.State.DRAFT && customers.get(order.customerId()).id() == id).orElseThrow(() -> new NotFoundException("order.unknown"));
    }
}
