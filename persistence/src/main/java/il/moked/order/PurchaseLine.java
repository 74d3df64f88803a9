// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import jakarta.persistence.*;
import java.math.BigDecimal;

/** One line of a document; a quantity below zero was given back. */
@Entity
@Table(name = "purchase_line")
public class PurchaseLine {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "purchase_line_seq")
    @SequenceGenerator(name = "purchase_line_seq", sequenceName = "purchase_line_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "purchase_id")
    private Purchase purchase;
    private int place;
    private String sku;
    private String description;
    private int quantity;
    @Column(name = "unit_price")
    private BigDecimal unitPrice;

    protected PurchaseLine() {
    }

    PurchaseLine(Purchase purchase, int place, PurchaseDocument.Line line) {
        this.purchase = purchase;
        this.place = place;
        this.sku = line.sku();
        this.description = line.description();
        this.quantity = line.quantity();
        this.unitPrice = line.unitPrice();
    }

    public String sku() {
        return sku;
    }

    /** May be null. */
    public String description() {
        return description;
    }

    /** Below zero when it was given back. */
    public int quantity() {
        return quantity;
    }

    /** With parts of the smallest coin; below zero in a correction. */
    public BigDecimal unitPrice() {
        return unitPrice;
    }
}
