// SPDX-License-Identifier: Apache-2.0
package il.moked.order.api;

import il.moked.order.ejb.OrderDetail;
import il.moked.shared.Money;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** The messages of the contract, {@code WEB-INF/wsdl/OrderService.wsdl}, as the binding wants them. They say nothing of their own. */
public final class OrderMessages {
    static final String NAMESPACE = "urn:moked:order:1";

    private OrderMessages() {
    }

    @XmlRootElement(name = "PlaceOrder")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"requestKey", "quote", "customerId", "settlement", "instalments"})
    public static class PlaceOrder {
        String requestKey;
        String quote;
        Long customerId;
        String settlement;
        Integer instalments;

        NewOrderBody body() {
            return new NewOrderBody(quote, customerId, settlement, instalments);
        }
    }

    @XmlRootElement(name = "GetOrder")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "number")
    public static class GetOrder {
        String number;
    }

    @XmlRootElement(name = "CancelOrder")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"requestKey", "number", "reason"})
    public static class CancelOrder {
        String requestKey;
        String number;
        String reason;
    }

    @XmlRootElement(name = "ReturnOrder")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"requestKey", "number", "piece", "ground", "reason"})
    public static class ReturnOrder {
        String requestKey;
        String number;
        List<Piece> piece = new ArrayList<>();
        String ground;
        String reason;

        OrdersResource.NewReturn body() {
            return new OrdersResource.NewReturn(piece.stream().map(one -> new OrdersResource.Piece(one.place, one.quantity)).toList(), ground, reason);
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Piece", propOrder = {"place", "quantity"})
    public static class Piece {
        int place;
        int quantity;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Amount", propOrder = {"minor", "currency"})
    public static class AmountValue {
        long minor;
        String currency;

        static AmountValue of(Money money) {
            AmountValue amount = new AmountValue();
            amount.minor = money.minor();
            amount.currency = money.currency();
            return amount;
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Line", propOrder = {"place", "sku", "quantity", "returned", "gross"})
    public static class Line {
        int place;
        String sku;
        int quantity;
        int returned;
        AmountValue gross;

        static Line of(OrderDetail.Line sold) {
            Line line = new Line();
            line.place = sold.place();
            line.sku = sold.sku();
            line.quantity = sold.quantity();
            line.returned = sold.returned();
            line.gross = AmountValue.of(sold.gross());
            return line;
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Payment", propOrder = {"id", "state", "amount", "link"})
    public static class PaymentValue {
        long id;
        String state;
        AmountValue amount;
        String link;

        static PaymentValue of(OrderDetail.Pay pay) {
            PaymentValue payment = new PaymentValue();
            payment.id = pay.id();
            payment.state = pay.state().name();
            payment.amount = AmountValue.of(pay.amount());
            payment.link = pay.link();
            return payment;
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Document", propOrder = {"number", "kind", "gross"})
    public static class DocumentValue {
        String number;
        String kind;
        AmountValue gross;

        static DocumentValue of(OrderDetail.Document issued) {
            DocumentValue document = new DocumentValue();
            document.number = issued.number();
            document.kind = issued.kind().name();
            document.gross = AmountValue.of(issued.gross());
            return document;
        }
    }

    @XmlRootElement(name = "OrderResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"number", "customerId", "state", "settlement", "quote", "payBy", "net", "vat", "gross", "open", "line", "payment", "document"})
    public static class OrderResponse {
        String number;
        long customerId;
        String state;
        String settlement;
        String quote;
        String payBy;
        AmountValue net;
        AmountValue vat;
        AmountValue gross;
        AmountValue open;
        List<Line> line;
        List<PaymentValue> payment;
        List<DocumentValue> document;

        static OrderResponse of(OrderDetail order) {
            OrderResponse response = new OrderResponse();
            response.number = order.number();
            response.customerId = order.customerId();
            response.state = order.state().name();
            response.settlement = order.settlement().name();
            response.quote = order.quote();
            response.payBy = order.payBy() == null ? null : order.payBy().toString();
            response.net = AmountValue.of(order.net());
            response.vat = AmountValue.of(order.vat());
            response.gross = AmountValue.of(order.gross());
            response.open = AmountValue.of(order.open());
            response.line = order.lines().stream().map(Line::of).toList();
            response.payment = order.payments().stream().map(PaymentValue::of).toList();
            response.document = order.documents().stream().map(DocumentValue::of).toList();
            return response;
        }
    }
}
