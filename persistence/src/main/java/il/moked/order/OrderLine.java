// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import jakarta.persistence.*;
import java.util.Map;

/** One product of an order. What is given back in parts adds up to the whole line, to the agora. */
@Entity
@Table(name = "sale_order_line")
public class OrderLine {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sale_order_line_seq")
    @SequenceGenerator(name = "sale_order_line_seq", sequenceName = "sale_order_line_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "order_id")
    private SaleOrder order;
    private int place;
    private String sku;
    @Column(name = "name_he")
    private String hebrewName;
    @Column(name = "name_en")
    private String englishName;
    private int quantity;
    private int returned;
    @Column(name = "net_minor")
    private long net;
    @Column(name = "vat_minor")
    private long vat;
    @Column(name = "gross_minor")
    private long gross;

    /** A line as a quote prices it. @param names by language @param net of the whole line, as the others */
    public record Priced(String sku, Map<String, String> names, int quantity, Money net, Money vat, Money gross) {
    }

    protected OrderLine() {
    }

    OrderLine(SaleOrder order, int place, String sku, Map<String, String> names, int quantity) {
        this.order = order;
        this.place = place;
        this.sku = sku;
        this.hebrewName = names.get("he");
        this.englishName = names.get("en");
        this.quantity = quantity;
    }

    OrderLine(SaleOrder order, int place, Priced line) {
        this(order, place, line.sku(), line.names(), line.quantity());
        this.net = line.net().minor();
        this.vat = line.vat().minor();
        this.gross = line.gross().minor();
    }

    void wanted(int pieces) {
        quantity = pieces;
    }

    /** @throws BusinessException {@code order.too-many-returned} */
    SaleOrder.Part giveBack(int pieces) {
        if (pieces < 1 || returned + pieces > quantity) {
            throw new BusinessException("order.too-many-returned", place, quantity - returned);
        }
        SaleOrder.Part before = share(returned);
        returned += pieces;
        SaleOrder.Part after = share(returned);
        return new SaleOrder.Part(after.net().minus(before.net()), after.vat().minus(before.vat()), after.gross().minus(before.gross()));
    }

    /** Rounded as one, so that what was given back before and now is never more than the line. */
    private SaleOrder.Part share(int pieces) {
        Money whole = gross().ratio(pieces, quantity);
        Money taxed = vat().ratio(pieces, quantity);
        return new SaleOrder.Part(whole.minus(taxed), taxed, whole);
    }

    public int place() {
        return place;
    }

    public String sku() {
        return sku;
    }

    public String name(String language) {
        return "he".equals(language) ? hebrewName : englishName;
    }

    public int quantity() {
        return quantity;
    }

    public int returned() {
        return returned;
    }

    public Money net() {
        return new Money(net, order.currency());
    }

    public Money vat() {
        return new Money(vat, order.currency());
    }

    public Money gross() {
        return new Money(gross, order.currency());
    }
}
