// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import il.moked.catalog.Taxed;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import il.moked.shared.Names;
import jakarta.persistence.*;

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
    @Embedded
    private Names names;
    private int quantity;
    private int returned;
    @Embedded
    private Taxed.Minor amounts = Taxed.Minor.NONE;

    /** A line as a quote prices it. @param amounts of the whole line */
    public record Priced(String sku, Names names, int quantity, Taxed amounts) {
    }

    protected OrderLine() {
    }

    OrderLine(SaleOrder order, int place, String sku, Names names, int quantity) {
        this.order = order;
        this.place = place;
        this.sku = sku;
        this.names = names;
        this.quantity = quantity;
    }

    OrderLine(SaleOrder order, int place, Priced line) {
        this(order, place, line.sku(), line.names(), line.quantity());
        this.amounts = Taxed.Minor.of(line.amounts());
    }

    void wanted(int pieces) {
        quantity = pieces;
    }

    /** @throws BusinessException {@code order.too-many-returned} */
    Taxed giveBack(int pieces) {
        if (pieces < 1 || returned + pieces > quantity) {
            throw new BusinessException("order.too-many-returned", place, quantity - returned);
        }
        Taxed before = share(returned);
        returned += pieces;
        return share(returned).minus(before);
    }

    /** Rounded as one, so that what was given back before and now is never more than the line. */
    private Taxed share(int pieces) {
        Money whole = gross().ratio(pieces, quantity);
        Money taxed = vat().ratio(pieces, quantity);
        return new Taxed(whole.minus(taxed), taxed, whole);
    }

    public int place() {
        return place;
    }

    public String sku() {
        return sku;
    }

    Names names() {
        return names;
    }

    public String name(String language) {
        return names.in(language);
    }

    public int quantity() {
        return quantity;
    }

    public int returned() {
        return returned;
    }

    public Taxed amounts() {
        return amounts.in(order.currency());
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
}
