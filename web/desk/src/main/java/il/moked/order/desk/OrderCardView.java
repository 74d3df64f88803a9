// SPDX-License-Identifier: Apache-2.0
package il.moked.order.desk;

import il.moked.catalog.ejb.Quoting;
import il.moked.order.Orders.OrderSummary;
import il.moked.order.Purchases;
import il.moked.order.ejb.OrderDetail;
import il.moked.order.ejb.OrderReading;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a customer ordered, bought, paid and got documents of, on his card: the newest of each, more when they are asked for. */
@Named
@RequestScoped
public class OrderCardView {
    private static final int FIRST = 8;
    private static final int NEXT = 20;

    @Inject
    OrderReading reading;
    @Inject
    Quoting quoting;
    @Inject
    Screen screen;

    private final Map<String, Page<Row>> pages = new HashMap<>();

    /** One line of any of the lists. @param what number, or what tells it from others @param state end of a text's key @param kind end of a class @param query end of the address it leads to, {@code invoice} for a document, null for nowhere @param attention whether a person must see to it */
    public record Row(long id, Instant at, String what, String state, String kind, il.moked.shared.Money amount, String query, boolean attention) {
    }

    public List<Row> rows(long customer, String list) {
        return page(customer, list).rows();
    }

    public boolean more(long customer, String list) {
        return page(customer, list).more();
    }

    public Row last(long customer, String list) {
        List<Row> rows = rows(customer, list);
        return rows.isEmpty() ? null : rows.get(rows.size() - 1);
    }

    private Page<Row> page(long customer, String list) {
        return pages.computeIfAbsent(list, name -> read(customer, name, null, FIRST));
    }

    /** The next rows of a list, when the page asks for them with the place of its last one. */
    public Page<Row> next() {
        String list = screen.text("state");
        return screen.text("after-id") == null || list == null ? new Page<>(List.of(), false) : pages.computeIfAbsent("next", name -> read(screen.number("customer"), list, after(), NEXT));
    }

    public Row nextLast() {
        List<Row> rows = next().rows();
        return rows.isEmpty() ? null : rows.get(rows.size() - 1);
    }

    private Purchases.Cursor after() {
        try {
            return new Purchases.Cursor(Instant.parse(screen.text("after-at")), screen.number("after-id"));
        } catch (DateTimeException | NullPointerException notOurs) {
            throw new BusinessException("shared.bad-request");
        }
    }

    private Page<Row> read(long customer, String list, Purchases.Cursor after, int size) {
        return switch (list) {
            case "orders" -> rows(reading.ofCustomer(customer, after, size), OrderCardView::order);
            case "documents" -> rows(reading.documents(customer, after, size), OrderCardView::document);
            case "payments" -> rows(reading.payments(customer, after, size), OrderCardView::payment);
            case "purchases" -> rows(reading.purchases(customer, after, size), OrderCardView::purchase);
            case "quotes" -> rows(quoting.of(customer, after == null ? null : new Quoting.QuoteSummary(after.id(), null, null, null, after.at(), null, null), size), OrderCardView::quote);
            default -> throw new BusinessException("shared.bad-request");
        };
    }

    private static <T> Page<Row> rows(Page<T> page, java.util.function.Function<T, Row> row) {
        return new Page<>(page.rows().stream().map(row).toList(), page.more());
    }

    private static Row order(OrderSummary order) {
        String kind = switch (order.state()) {
            case PAID, FULFILLED -> "good";
            case PLACED -> "info";
            case DRAFT, CANCELLED -> "off";
        };
        return new Row(order.id(), order.createdAt(), order.number(), "state." + order.state(), kind, order.gross(), "order=" + order.number(), order.attention() != null);
    }

    private static Row document(OrderDetail.Document document) {
        return new Row(document.id(), document.issuedAt(), document.number(), "document." + document.kind(), "off", document.gross(), "invoice", false);
    }

    private static Row payment(OrderDetail.Pay pay) {
        String kind = switch (pay.state()) {
            case PAID -> "good";
            case PENDING, SENDING, OPEN -> "info";
            case UNKNOWN, CLOSING, EXPIRED -> "warn";
            case FAILED -> "bad";
            case CLOSED -> "off";
        };
        return new Row(pay.id(), pay.createdAt(), pay.orderNumber(), "payment." + pay.state(), kind, pay.amount(), "order=" + pay.orderNumber(), pay.attention() != null);
    }

    private static Row purchase(Purchases.Entry purchase) {
        return new Row(purchase.id(), purchase.boughtAt(), purchase.number(), "purchase." + purchase.kind(), "off", purchase.amount(), null, false);
    }

    private static Row quote(Quoting.QuoteSummary quote) {
        String kind = switch (quote.state()) {
            case OFFERED -> "info";
            case ACCEPTED -> "good";
            case EXPIRED -> "warn";
            case WITHDRAWN -> "off";
        };
        return new Row(quote.id(), quote.madeAt(), quote.number(), "quote." + quote.state(), kind, quote.gross(), "quote=" + quote.number(), false);
    }
}
