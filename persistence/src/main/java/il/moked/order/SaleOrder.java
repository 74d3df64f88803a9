// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import il.moked.catalog.Taxed;
import il.moked.channel.Channel;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import il.moked.shared.Names;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a customer orders. It is a basket first (DRAFT), without prices; it becomes an order from a quote (PLACED), whose
 * prices it keeps. Its stock is kept for it until {@link #payBy} and sold to it when it is CONFIRMED: by the first payment, or
 * at once where the customer pays by invoice. When all of it is paid it is PAID; when it was handed over, FULFILLED. Until
 * then it may be CANCELLED. Lines of what was handed over may be returned.
 */
@Entity
@Table(name = "sale_order")
public class SaleOrder {
    public enum State { DRAFT, PLACED, PAID, FULFILLED, CANCELLED }

    /** How it is to be paid: on a page of the payment provider, or by invoice, which only some businesses may. */
    public enum Settlement { CARD, ACCOUNT }

    /** Lines of a basket. */
    public static final int MOST_LINES = 100;
    /** Pieces of one line. */
    public static final int MOST_PIECES = 100_000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sale_order_seq")
    @SequenceGenerator(name = "sale_order_seq", sequenceName = "sale_order_seq")
    private Long id;
    private String number;
    @Column(name = "customer_id")
    private long customerId;
    @Enumerated(EnumType.STRING)
    private State state = State.DRAFT;
    @Enumerated(EnumType.STRING)
    private Settlement settlement = Settlement.CARD;
    @Column(name = "quote_number")
    private String quoteNumber;
    private String currency;
    @Embedded
    private Taxed.Minor amounts = Taxed.Minor.NONE;
    @Column(name = "paid_minor")
    private long paid;
    @Column(name = "refunded_minor")
    private long refunded;
    @Column(name = "credited_minor")
    private long credited;
    @Enumerated(EnumType.STRING)
    private Channel channel;
    @Column(name = "interaction_id")
    private Long interactionId;
    @Column(name = "agent_id")
    private Long agentId;
    @Column(name = "placed_by")
    private String placedBy;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "placed_at")
    private Instant placedAt;
    @Column(name = "confirmed_at")
    private Instant confirmedAt;
    @Column(name = "paid_at")
    private Instant paidAt;
    @Column(name = "fulfilled_at")
    private Instant fulfilledAt;
    @Column(name = "cancelled_at")
    private Instant cancelledAt;
    @Column(name = "cancel_reason")
    private String cancelReason;
    @Column(name = "pay_by")
    private Instant payBy;
    private String attention;
    @OneToMany(mappedBy = "order", cascade = CascadeType.PERSIST, orphanRemoval = true)
    @OrderBy("place")
    private List<OrderLine> lines = new ArrayList<>();
    @Version
    private int version;

    /** Who sells, and where. @param channel null outside a conversation, as the conversation is @param agentId null when another system sells */
    public record Seller(Channel channel, Long interactionId, Long agentId, String name) {
    }

    protected SaleOrder() {
    }

    public SaleOrder(long customerId, Seller seller, String currency, Instant now) {
        this.customerId = customerId;
        this.currency = currency;
        this.createdAt = now;
        soldBy(seller);
    }

    private void soldBy(Seller seller) {
        channel = seller.channel();
        interactionId = seller.interactionId();
        agentId = seller.agentId();
        placedBy = seller.name();
    }

    /** Puts that many of a product into the basket; none takes it out. */
    public void put(String sku, Names names, int quantity) {
        refuseUnless(state == State.DRAFT);
        if (quantity < 0 || quantity > MOST_PIECES) {
            throw new BusinessException("order.pieces", MOST_PIECES);
        }
        Optional<OrderLine> there = lines.stream().filter(line -> line.sku().equals(sku)).findFirst();
        if (quantity == 0) {
            there.ifPresent(lines::remove);
        } else if (there.isPresent()) {
            there.get().wanted(quantity);
        } else if (lines.size() >= MOST_LINES) {
            throw new BusinessException("order.most-lines", MOST_LINES);
        } else {
            int place = lines.stream().mapToInt(OrderLine::place).max().orElse(0) + 1;
            lines.add(new OrderLine(this, place, sku, names, quantity));
        }
    }

    /**
     * From now on it is an order at these prices.
     *
     * @param until when it must be paid; null where it is paid by invoice
     * @throws BusinessException {@code order.state}, {@code order.empty}
     */
    public void place(String orderNumber, String quote, List<OrderLine.Priced> priced, Settlement by, Seller seller, Instant until, Instant now) {
        refuseUnless(state == State.DRAFT);
        if (priced.isEmpty()) {
            throw new BusinessException("order.empty");
        }
        number = orderNumber;
        quoteNumber = quote;
        settlement = by;
        soldBy(seller);
        lines.clear();
        for (OrderLine.Priced line : priced) {
            lines.add(new OrderLine(this, lines.size() + 1, line));
        }
        amounts = lines.stream().map(line -> Taxed.Minor.of(line.amounts())).reduce(Taxed.Minor.NONE, Taxed.Minor::plus);
        state = State.PLACED;
        placedAt = now;
        payBy = until;
    }

    /** The goods are his: sold, not only kept. */
    public void confirm(Instant now) {
        refuseUnless(state == State.PLACED);
        if (confirmedAt == null) {
            confirmedAt = now;
        }
    }

    /** @return whether it is all paid by this */
    public boolean paid(Money amount, Instant now) {
        paid = paid().plus(amount).minor();
        boolean all = paidAt == null && open().isZero();
        if (all) {
            paidAt = now;
            state = state == State.PLACED ? State.PAID : state;
        }
        return all;
    }

    public void refunded(Money amount) {
        refunded = refunded().plus(amount).minor();
    }

    public void fulfil(Instant now) {
        refuseUnless(state == State.PAID || state == State.PLACED && confirmedAt != null);
        state = State.FULFILLED;
        fulfilledAt = now;
    }

    /** @throws BusinessException {@code order.fulfilled}: then it is returned */
    public void cancel(String reason, Instant now) {
        if (state == State.FULFILLED) {
            throw new BusinessException("order.fulfilled", number);
        }
        refuseUnless(state == State.PLACED || state == State.PAID);
        state = State.CANCELLED;
        cancelledAt = now;
        cancelReason = reason;
        attention = null;
    }

    /** Pieces of one line are given back: what they come to is credited. */
    Taxed giveBack(int place, int pieces) {
        refuseUnless(state == State.FULFILLED);
        Taxed part = line(place).giveBack(pieces);
        credited = credited().plus(part.gross()).minor();
        return part;
    }

    /** All of it that was not credited before. */
    public void creditAll() {
        credited = amounts.gross();
    }

    /** Something about it that a person must decide. @param why the end of a text's key */
    public void needs(String why) {
        attention = why;
    }

    public void seenTo() {
        attention = null;
    }

    private void refuseUnless(boolean may) {
        if (!may) {
            throw new BusinessException("order.state", number == null ? "" : number);
        }
    }

    /** @throws BusinessException {@code order.no-line} */
    public OrderLine line(int place) {
        return lines.stream().filter(line -> line.place() == place).findFirst().orElseThrow(() -> new BusinessException("order.no-line", place));
    }

    public Long id() {
        return id;
    }

    /** Null in a basket. */
    public String number() {
        return number;
    }

    public long customerId() {
        return customerId;
    }

    public State state() {
        return state;
    }

    public Settlement settlement() {
        return settlement;
    }

    public Optional<String> quoteNumber() {
        return Optional.ofNullable(quoteNumber);
    }

    public String currency() {
        return currency;
    }

    public Taxed amounts() {
        return amounts.in(currency);
    }

    public Money net() {
        return amounts().net();
    }

    public Money vat() {
        return amounts().vat();
    }

    public Money gross() {
        return amounts().gross();
    }

    /** All that came in, also what went back. */
    public Money paid() {
        return new Money(paid, currency);
    }

    public Money refunded() {
        return new Money(refunded, currency);
    }

    /** What he need not pay any more, as he gave goods back. */
    public Money credited() {
        return new Money(credited, currency);
    }

    /** What he still has to pay; never below nothing. */
    public Money open() {
        return new Money(state == State.CANCELLED ? 0 : Math.max(0, amounts.gross() - credited - (paid - refunded)), currency);
    }

    /** Empty when it was sold in no conversation. */
    public Optional<Channel> channel() {
        return Optional.ofNullable(channel);
    }

    public Optional<Long> interactionId() {
        return Optional.ofNullable(interactionId);
    }

    public Optional<Long> agentId() {
        return Optional.ofNullable(agentId);
    }

    public String placedBy() {
        return placedBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> placedAt() {
        return Optional.ofNullable(placedAt);
    }

    public boolean confirmed() {
        return confirmedAt != null;
    }

    public Optional<Instant> paidAt() {
        return Optional.ofNullable(paidAt);
    }

    public Optional<Instant> fulfilledAt() {
        return Optional.ofNullable(fulfilledAt);
    }

    public Optional<Instant> cancelledAt() {
        return Optional.ofNullable(cancelledAt);
    }

    public Optional<String> cancelReason() {
        return Optional.ofNullable(cancelReason);
    }

    public Optional<Instant> payBy() {
        return Optional.ofNullable(payBy);
    }

    public Optional<String> attention() {
        return Optional.ofNullable(attention);
    }

    public List<OrderLine> lines() {
        return List.copyOf(lines);
    }

    public int version() {
        return version;
    }
}
