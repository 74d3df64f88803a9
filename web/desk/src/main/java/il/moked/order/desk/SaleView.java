// SPDX-License-Identifier: Apache-2.0
package il.moked.order.desk;

import il.moked.catalog.Quote;
import il.moked.catalog.ejb.Pricing;
import il.moked.catalog.ejb.Pricing.Basket;
import il.moked.catalog.ejb.ProductSearch;
import il.moked.catalog.ejb.ProductSearch.ProductLine;
import il.moked.catalog.ejb.Quoting;
import il.moked.catalog.ejb.Quoting.Occasion;
import il.moked.catalog.ejb.Quoting.QuoteDetail;
import il.moked.card.ejb.CustomerCards;
import il.moked.channel.Channel;
import il.moked.interaction.ejb.ConversationReading;
import il.moked.order.ReturnPolicy;
import il.moked.order.SaleOrder.Settlement;
import il.moked.order.ejb.Baskets;
import il.moked.order.ejb.OrderDetail;
import il.moked.order.ejb.OrderReading;
import il.moked.order.ejb.Ordering;
import il.moked.order.ejb.Paying;
import il.moked.order.ejb.QuoteSending;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import il.moked.shared.desk.Screen;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/**
 * agent/sale.xhtml: a basket becomes a quote, the quote an order, and the order is paid. Which customer, conversation, quote
 * and order it is about is in the address of the page.
 */
@Named
@RequestScoped
public class SaleView {
    private static final int FOUND = 12;
    private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");

    @Inject
    Baskets baskets;
    @Inject
    Pricing pricing;
    @Inject
    ProductSearch search;
    @Inject
    Quoting quoting;
    @Inject
    QuoteSending sending;
    @Inject
    Ordering ordering;
    @Inject
    Paying paying;
    @Inject
    OrderReading reading;
    @Inject
    CustomerCards cards;
    @Inject
    ConversationReading conversations;
    @Inject
    Screen screen;
    @Inject
    ActiveLocale locale;

    private CustomerCards.CustomerCard card;
    private Pricing.Answer priced;
    private BusinessException unpriced;
    private QuoteDetail quote;
    private OrderDetail order;
    private String quoteNumber;
    private String orderNumber;
    private String fresh;

    // ---- who and where

    public long getCustomer() {
        return screen.number("customer");
    }

    public CustomerCards.CustomerCard card() {
        if (card == null) {
            card = cards.get(getCustomer());
        }
        return card;
    }

    /** Conversation in which it is sold, null for none. */
    public Long getConversation() {
        return screen.text("c") == null || screen.text("c").isBlank() ? null : screen.number("c");
    }

    private Channel channel() {
        return getConversation() == null ? null : conversations.head(getConversation()).line().channel();
    }

    // ---- finding

    public List<ProductLine> found() {
        String typed = screen.text("q");
        return search.find(typed == null ? "" : typed.strip(), null, true, null, FOUND).rows();
    }

    public void find() {
        screen.redraw("products");
    }

    // ---- basket

    public void put() {
        baskets.put(getCustomer(), getConversation(), screen.text("sku"), (int) Math.min(Integer.MAX_VALUE, screen.number("quantity")));
        screen.redraw("sale");
    }

    /** One more of it. */
    public void add() {
        String sku = screen.text("sku");
        int now = baskets.of(getCustomer()).stream().filter(item -> item.sku().equals(sku)).mapToInt(Baskets.Item::quantity).findFirst().orElse(0);
        baskets.put(getCustomer(), getConversation(), sku, now + 1);
        screen.redraw("sale");
    }

    /** What the basket costs now; null when it is empty or has no price. */
    public Pricing.Answer priced() {
        if (priced == null && unpriced == null) {
            List<Baskets.Item> items = baskets.of(getCustomer());
            if (!items.isEmpty()) {
                try {
                    priced = pricing.price(basket(items));
                } catch (BusinessException refused) {
                    unpriced = refused;
                }
            }
        }
        return priced;
    }

    /** Why it has no price, null when it has one. */
    public String why() {
        priced();
        return unpriced == null ? null : il.moked.shared.ui.Problems.text(unpriced, locale.getLocale());
    }

    /** Products in a basket that has no price. */
    public List<Baskets.Item> unpricedItems() {
        priced();
        return unpriced == null ? List.of() : baskets.of(getCustomer());
    }

    private Basket basket(List<Baskets.Item> items) {
        String coupon = screen.text("coupon");
        return Basket.of(getCustomer(), coupon == null || coupon.isBlank() ? null : coupon, items.stream().map(item -> new Pricing.Item(item.sku(), item.quantity())).toList());
    }

    public boolean enough(Pricing.Line line) {
        return line.available() == null || line.available() >= line.price().quantity();
    }

    // ---- quote

    private String quoteAsked() {
        return quoteNumber == null ? screen.text("quote") : quoteNumber;
    }

    /** Null when there is none. */
    public QuoteDetail quote() {
        if (quote == null && quoteAsked() != null && !quoteAsked().isBlank() && order() == null) {
            quote = quoting.get(quoteAsked());
        }
        return quote;
    }

    public boolean isQuoteOpen() {
        return quote() != null && quote().state() == Quote.State.OFFERED;
    }

    /** What happened to an older quote, when this one was made for it; null otherwise. */
    public String getFresh() {
        return fresh;
    }

    public void offer() {
        show(quoting.offer(basket(baskets.of(getCustomer())), new Occasion(channel(), getConversation(), null)));
    }

    private void show(QuoteDetail made) {
        quoteNumber = made.number();
        quote = made;
        screen.answer("quote", made.number());
        screen.redraw("sale");
    }

    public void sendQuote() {
        screen.tell(texts().getString("sent." + sending.send(quoteAsked(), getConversation())));
    }

    // ---- order

    /** Null before there is one. */
    public OrderDetail order() {
        String asked = orderNumber == null ? screen.text("order") : orderNumber;
        if (order == null && asked != null && !asked.isBlank()) {
            order = reading.get(asked);
        }
        return order;
    }

    public OrderReading.Terms terms() {
        return reading.terms(getCustomer()).orElse(null);
    }

    /** A quote that ended meanwhile is not kept to silently: a fresh one is made of the same goods, and the agent says so. */
    public void place() {
        Settlement by = "ACCOUNT".equals(screen.text("settlement")) ? Settlement.ACCOUNT : Settlement.CARD;
        int instalments = screen.text("instalments") == null ? 1 : (int) screen.number("instalments");
        try {
            orderNumber = ordering.place(new Ordering.NewOrder(quoteAsked(), getCustomer(), by, instalments, getConversation()));
            screen.answer("order", orderNumber);
        } catch (BusinessException refused) {
            if (!"catalog.quote-expired".equals(refused.code())) {
                throw refused;
            }
            again();
        }
        screen.redraw("sale");
    }

    private void again() {
        QuoteDetail ended = quoting.get(quoteAsked());
        List<Pricing.Item> items = ended.lines().stream().map(line -> new Pricing.Item(line.sku(), line.quantity())).toList();
        show(quoting.offer(Basket.of(getCustomer(), ended.coupon(), items), new Occasion(channel(), getConversation(), null)));
        fresh = new MessageFormat(texts().getString("quote.fresh"), locale.getLocale()).format(new Object[] {ended.number(), shown(ended.gross()), shown(quote.gross())});
    }

    public String shown(Money money) {
        return money.format(locale.getLang());
    }

    /** Looked at again: something happened to it. */
    public void look() {
        screen.redraw("sale");
    }

    public void ask() {
        paying.ask(orderAsked());
        screen.redraw("sale");
    }

    private String orderAsked() {
        orderNumber = screen.text("order");
        return orderNumber;
    }

    public void sendLink() {
        screen.tell(texts().getString("sent." + paying.sendLink(screen.number("payment"))));
        screen.redraw("sale");
    }

    public void cancel() {
        ordering.cancel(orderAsked(), screen.text("reason"));
        screen.redraw("sale");
    }

    public void fulfil() {
        ordering.fulfil(orderAsked());
        screen.redraw("sale");
    }

    public void seen() {
        ordering.seenTo(orderAsked());
        screen.redraw("sale");
    }

    /** The page sends a number of pieces for each line, {@code piece-<place>}. */
    public void takeBack() {
        OrderDetail detail = reading.get(orderAsked());
        Map<Integer, Integer> pieces = new TreeMap<>();
        for (OrderDetail.Line line : detail.lines()) {
            String sent = screen.text("piece-" + line.place());
            if (sent != null && sent.matches("[1-9][0-9]{0,5}")) {
                pieces.put(line.place(), Integer.parseInt(sent));
            }
        }
        ordering.takeBack(detail.number(), pieces, ground(), screen.text("reason"));
        screen.redraw("sale");
    }

    private ReturnPolicy.Ground ground() {
        for (ReturnPolicy.Ground ground : ReturnPolicy.Ground.values()) {
            if (ground.name().equals(screen.text("ground"))) {
                return ground;
            }
        }
        throw new BusinessException("shared.bad-request");
    }

    public ReturnPolicy.Ground[] grounds() {
        return ReturnPolicy.Ground.values();
    }

    /** Until when it may be given back on that ground, and why. */
    public String window(ReturnPolicy.Ground ground) {
        ReturnPolicy.Window window = ordering.window(order().number(), ground);
        String until = window.until() == null ? "" : times(window.until());
        return new MessageFormat(texts().getString("window." + window.rule()), locale.getLocale()).format(new Object[] {until});
    }

    private static String times(java.time.Instant until) {
        LocalDate day = LocalDate.ofInstant(until, ZONE);
        return "%02d.%02d.%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    /** End of a class: what the state of an order means. */
    public String kind(String state) {
        return switch (state) {
            case "PAID", "FULFILLED", "DONE" -> "good";
            case "PLACED", "OPEN", "PENDING", "SENDING" -> "info";
            case "UNKNOWN", "CLOSING", "EXPIRED" -> "warn";
            case "FAILED" -> "bad";
            default -> "off";
        };
    }

    private ResourceBundle texts() {
        return ResourceBundle.getBundle("il.moked.order.desk.order", locale.getLocale());
    }
}
