// SPDX-License-Identifier: Apache-2.0
package il.moked.order.api;

import il.moked.channel.Channel;
import il.moked.order.Invoice;
import il.moked.order.Orders.OrderSummary;
import il.moked.order.Payment;
import il.moked.order.Refund;
import il.moked.order.SaleOrder;
import il.moked.order.ejb.OrderDetail;
import il.moked.shared.api.Amount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** An order as other systems read it. */
public record OrderBody(String number, long customerId, SaleOrder.State state, SaleOrder.Settlement settlement, String quote, Channel channel, String placedBy, Instant placedAt, Instant paidAt, Instant fulfilledAt, Instant cancelledAt, Instant payBy,
        Amount net, Amount vat, Amount gross, Amount paid, Amount refunded, Amount credited, Amount open, String attention, List<Line> lines, List<Pay> payments, List<Back> refunds, List<Document> invoices, List<Part> instalments) {

    /** @param returned pieces that were given back */
    public record Line(int place, String sku, String nameHe, String nameEn, int quantity, int returned, Amount net, Amount vat, Amount gross) {
        static Line of(OrderDetail.Line line) {
            return new Line(line.place(), line.sku(), line.hebrewName(), line.englishName(), line.quantity(), line.returned(), Amount.of(line.net()), Amount.of(line.vat()), Amount.of(line.gross()));
        }
    }

    /** @param link page of the provider on which it can be paid now */
    public record Pay(long id, Payment.Method method, Payment.State state, Amount amount, Amount refunded, String link, Instant expiresAt, Instant settledAt, String attention) {
        static Pay of(OrderDetail.Pay pay) {
            return new Pay(pay.id(), pay.method(), pay.state(), Amount.of(pay.amount()), Amount.of(pay.refunded()), pay.link(), pay.expiresAt(), pay.settledAt(), pay.attention());
        }
    }

    /** Money that goes back. */
    public record Back(long id, long payment, Amount amount, Refund.State state) {
        static Back of(OrderDetail.Back back) {
            return new Back(back.id(), back.paymentId(), Amount.of(back.amount()), back.state());
        }
    }

    /** One of its documents. */
    public record Document(String number, Invoice.Kind kind, Instant issuedAt, LocalDate dueOn, Amount gross) {
        static Document of(OrderDetail.Document document) {
            return new Document(document.number(), document.kind(), document.issuedAt(), document.dueOn(), Amount.of(document.gross()));
        }
    }

    /** One of the parts it is paid in. */
    public record Part(int place, LocalDate dueOn, Amount amount, Amount open) {
        static Part of(OrderDetail.Part part) {
            return new Part(part.place(), part.dueOn(), Amount.of(part.amount()), Amount.of(part.open()));
        }
    }

    /** One of a list. */
    public record Summary(String number, SaleOrder.State state, SaleOrder.Settlement settlement, Amount gross, Amount open, Instant createdAt, Instant payBy) {
        static Summary of(OrderSummary order) {
            return new Summary(order.number(), order.state(), order.settlement(), Amount.of(order.gross()), Amount.of(order.open()), order.createdAt(), order.payBy());
        }
    }

    static OrderBody of(OrderDetail order) {
        return new OrderBody(order.number(), order.customerId(), order.state(), order.settlement(), order.quote(), order.channel(), order.placedBy(), order.placedAt(), order.paidAt(), order.fulfilledAt(), order.cancelledAt(), order.payBy(), Amount.of(order.net()),
                Amount.of(order.vat()), Amount.of(order.gross()), Amount.of(order.paid()), Amount.of(order.refunded()), Amount.of(order.credited()), Amount.of(order.open()), order.attention(), order.lines().stream().map(Line::of).toList(),
                order.payments().stream().map(Pay::of).toList(), order.refunds().stream().map(Back::of).toList(), order.documents().stream().map(Document::of).toList(), order.instalments().stream().map(Part::of).toList());
    }
}
