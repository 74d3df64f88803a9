// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.channel.Channel;
import il.moked.order.Instalment;
import il.moked.order.Invoice;
import il.moked.order.OrderLine;
import il.moked.order.Payment;
import il.moked.order.Refund;
import il.moked.order.SaleOrder;
import il.moked.order.SiteOrder;
import il.moked.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An order with all that belongs to it. @param channel of the conversation it was sold in, or null @param payBy null where it is paid by invoice @param attention what a person must see to, the end of a text's key, or null @param confirmed whether the goods are sold, not only held @param delivery how it gets to whoever bought it on the site, or null */
public record OrderDetail(long id, String number, long customerId, SaleOrder.State state, SaleOrder.Settlement settlement, String quote, Channel channel, Long interactionId, String placedBy, Instant placedAt, Instant paidAt, Instant fulfilledAt,
        Instant cancelledAt, String cancelReason, Instant payBy, Money net, Money vat, Money gross, Money paid, Money refunded, Money credited, Money open, String attention, boolean confirmed, int version, List<Line> lines, List<Pay> payments, List<Back> refunds,
        List<Document> documents, List<Part> instalments, Delivery delivery) {

    /** @param returned pieces that were given back */
    public record Line(int place, String sku, String hebrewName, String englishName, int quantity, int returned, Money net, Money vat, Money gross) {
        static Line of(OrderLine line) {
            return new Line(line.place(), line.sku(), line.name("he"), line.name("en"), line.quantity(), line.returned(), line.net(), line.vat(), line.gross());
        }

        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** @param link the provider's page, null unless it can be paid on @param declinedAt when a card was last not accepted, or null */
    public record Pay(long id, String orderNumber, Payment.Method method, Payment.State state, Money amount, Money refunded, String link, Instant linkSentAt, Instant declinedAt, String attention, Instant expiresAt, Instant createdAt, Instant settledAt) {
        private static final Set<Payment.State> PREPARING = Set.of(Payment.State.PENDING, Payment.State.SENDING, Payment.State.UNKNOWN);

        static Pay of(Payment payment) {
            return new Pay(payment.id(), payment.order().number(), payment.method(), payment.state(), payment.amount(), payment.refunded(), payment.state() == Payment.State.OPEN ? payment.link().orElse(null) : null, payment.linkSentAt().orElse(null),
                    payment.declinedAt().orElse(null), payment.attention().orElse(null), payment.expiresAt(), payment.createdAt(), payment.settledAt().orElse(null));
        }

        /** The page is not there yet. */
        public boolean preparing() {
            return PREPARING.contains(state);
        }

        public boolean payable() {
            return link != null;
        }
    }

    /** Money that goes back. */
    public record Back(long id, long paymentId, Money amount, Refund.State state, String reason, Instant createdAt) {
        static Back of(Refund refund) {
            return new Back(refund.id(), refund.payment().id(), refund.amount(), refund.state(), refund.reason().orElse(null), refund.createdAt());
        }
    }

    /** One of its documents. @param dueOn null unless it is to be paid */
    public record Document(long id, String number, Invoice.Kind kind, Instant issuedAt, LocalDate dueOn, Money gross) {
        static Document of(Invoice invoice) {
            return new Document(invoice.id(), invoice.number(), invoice.kind(), invoice.issuedAt(), invoice.dueOn().orElse(null), invoice.gross());
        }
    }

    /** How it gets to whoever bought it on the site. @param address where it is sent to, or null @param location code of the place it is fetched from, or null */
    public record Delivery(SiteOrder.Manner manner, String name, String email, String phone, String address, String location) {
        static Delivery of(SiteOrder said) {
            return new Delivery(said.manner(), said.name(), said.email().orElse(null), said.phone().orElse(null), said.address().orElse(null), said.location().orElse(null));
        }
    }

    /** One of the parts it is paid in. */
    public record Part(int place, LocalDate dueOn, Money amount, Money open) {
        static Part of(Instalment instalment) {
            return new Part(instalment.place(), instalment.dueOn(), instalment.amount(), instalment.open());
        }
    }

    static OrderDetail of(SaleOrder order, List<Payment> payments, List<Refund> refunds, List<Invoice> invoices, List<Instalment> instalments, Optional<SiteOrder> said) {
        return new OrderDetail(order.id(), order.number(), order.customerId(), order.state(), order.settlement(), order.quoteNumber().orElse(null), order.channel().orElse(null), order.interactionId().orElse(null), order.placedBy(), order.placedAt().orElse(null),
                order.paidAt().orElse(null), order.fulfilledAt().orElse(null), order.cancelledAt().orElse(null), order.cancelReason().orElse(null), order.payBy().orElse(null), order.net(), order.vat(), order.gross(), order.paid(), order.refunded(),
                order.credited(), order.open(), order.attention().orElse(null), order.confirmed(), order.version(), order.lines().stream().map(Line::of).toList(), payments.stream().map(Pay::of).toList(), refunds.stream().map(Back::of).toList(),
                invoices.stream().map(Document::of).toList(), instalments.size() > 1 ? instalments.stream().map(Part::of).toList() : List.of(), said.map(Delivery::of).orElse(null));
    }

    /** The payment that can still bring money, null when there is none. */
    public Pay live() {
        return payments.stream().filter(payment -> payment.preparing() || payment.payable()).findFirst().orElse(null);
    }

    /** It is sold, and may be handed over. */
    public boolean fulfillable() {
        return state == SaleOrder.State.PAID || state == SaleOrder.State.PLACED && confirmed;
    }

    public boolean cancellable() {
        return state == SaleOrder.State.PLACED || state == SaleOrder.State.PAID;
    }

    public boolean returnable() {
        return state == SaleOrder.State.FULFILLED && lines.stream().anyMatch(line -> line.returned() < line.quantity());
    }
}
