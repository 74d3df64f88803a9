// SPDX-License-Identifier: Apache-2.0
package il.moked.order.api;

import il.moked.catalog.Taxed;
import il.moked.order.Invoice;
import il.moked.order.ejb.OrderReading;
import il.moked.shared.api.Amount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Documents of sales. */
@Path("invoices")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class InvoicesResource {
    @Inject
    OrderReading reading;

    /** A document. @param customerNumber of a company @param refersTo number of the document it is about */
    public record InvoiceBody(String number, Invoice.Kind kind, String order, long customerId, String customerName, String customerNumber, String refersTo, Instant issuedAt, LocalDate dueOn, Amount net, Amount vat, Amount gross, List<Line> lines) {
        static InvoiceBody of(OrderReading.InvoiceDetail invoice) {
            return new InvoiceBody(invoice.number(), invoice.kind(), invoice.orderNumber(), invoice.customerId(), invoice.payer().name(), invoice.payer().number(), invoice.refersTo(), invoice.issuedAt(), invoice.dueOn(), Amount.of(invoice.net()),
                    Amount.of(invoice.vat()), Amount.of(invoice.gross()), invoice.lines().stream().map(line -> Line.of(line, invoice.gross().currency())).toList());
        }
    }

    /** One of its lines. */
    public record Line(int place, String sku, String nameHe, String nameEn, int quantity, Amount net, Amount vat, Amount gross) {
        static Line of(Invoice.Line line, String currency) {
            Taxed amounts = line.amounts().in(currency);
            return new Line(line.place(), line.sku(), line.names().hebrew(), line.names().english(), line.quantity(), Amount.of(amounts.net()), Amount.of(amounts.vat()), Amount.of(amounts.gross()));
        }
    }

    @GET
    @Path("{number}")
    public InvoiceBody get(@PathParam("number") String number) {
        return InvoiceBody.of(reading.invoice(number));
    }
}
