// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.catalog.Taxed;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.order.Invoice;
import il.moked.order.Invoice.Kind;
import il.moked.order.Invoices;
import il.moked.order.OrderReturn;
import il.moked.order.Payment;
import il.moked.order.SaleOrder;
import il.moked.shared.Money;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Writes the documents of a sale, in the transaction of what they are about: neither is ever there without the other. */
@ApplicationScoped
class Invoicing {
    @Inject
    Invoices invoices;
    @Inject
    Customers customers;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** To be paid by then. */
    Invoice owed(SaleOrder order, LocalDate due) {
        return issue(Kind.INVOICE, order, order.amounts(), Invoice.allOf(order), null, due);
    }

    /** Paid at once, all of it. */
    Invoice paid(SaleOrder order) {
        return issue(Kind.PAID, order, order.amounts(), Invoice.allOf(order), null, null);
    }

    /** Money for what was invoiced before. */
    Invoice receipt(Payment payment) {
        Money nothing = Money.zero(payment.amount().currency());
        return issue(Kind.RECEIPT, payment.order(), new Taxed(payment.amount(), nothing, payment.amount()), List.of(), invoiced(payment.order()).map(Invoice::number).orElse(null), null);
    }

    void credit(OrderReturn returned) {
        issue(Kind.CREDIT, returned.order(), returned.amounts(), Invoice.allOf(returned), invoiced(returned.order()).map(Invoice::number).orElse(null), null);
    }

    /** All of an order that was invoiced and is cancelled. */
    void creditAll(SaleOrder order) {
        invoiced(order).ifPresent(invoice -> issue(Kind.CREDIT, order, order.amounts(), invoice.lines(), invoice.number(), null));
    }

    private Optional<Invoice> invoiced(SaleOrder order) {
        return invoices.ofOrder(order.id()).stream().filter(invoice -> invoice.kind() == Kind.INVOICE || invoice.kind() == Kind.PAID).findFirst();
    }

    private Invoice issue(Kind kind, SaleOrder order, Taxed amounts, List<Invoice.Line> lines, String refersTo, LocalDate due) {
        Customer customer = customers.get(order.customerId());
        Invoice.Payer payer = new Invoice.Payer(customer.displayName(), customer.companyNumber().orElse(null));
        Invoice invoice = new Invoice(kind, invoices.next(kind), order, payer, amounts, lines, refersTo, due, clock.instant());
        invoices.add(invoice);
        events.tell(OrderTelling.of(order, "order.document-issued", invoice.number()));
        return invoice;
    }
}
