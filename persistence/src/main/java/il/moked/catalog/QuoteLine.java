// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import il.moked.shared.Money;
import il.moked.shared.Names;
import jakarta.persistence.*;

/** A line of a quote: what was promised, frozen. */
@Entity
@Table(name = "quote_line")
public class QuoteLine {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "quote_line_seq")
    @SequenceGenerator(name = "quote_line_seq", sequenceName = "quote_line_seq")
    private Long id;
    private int position;
    @Column(name = "product_id")
    private long productId;
    private String sku;
    @Embedded
    private Names names;
    private long quantity;
    private String currency;
    @Column(name = "unit_minor")
    private long unit;
    @Column(name = "includes_vat")
    private boolean includesVat;
    @Column(name = "off_minor")
    private long off;
    @Column(name = "vat_basis_points")
    private int vatBasisPoints;
    @Embedded
    private Taxed.Minor amounts = Taxed.Minor.NONE;
    private String why;

    protected QuoteLine() {
    }

    QuoteLine(int position, PricedLine line, String why) {
        this.position = position;
        this.productId = line.productId();
        this.sku = line.sku();
        this.names = new Names(line.hebrewName(), line.englishName());
        this.quantity = line.quantity();
        this.currency = line.unitPrice().currency();
        this.unit = line.unitPrice().minor();
        this.includesVat = line.includesVat();
        this.off = line.off().minor();
        this.vatBasisPoints = line.vatBasisPoints();
        this.amounts = Taxed.Minor.of(line.amounts());
        this.why = why;
    }

    public int position() {
        return position;
    }

    public long productId() {
        return productId;
    }

    public String sku() {
        return sku;
    }

    public String hebrewName() {
        return names.hebrew();
    }

    public String englishName() {
        return names.english();
    }

    public long quantity() {
        return quantity;
    }

    public Money unitPrice() {
        return new Money(unit, currency);
    }

    public boolean includesVat() {
        return includesVat;
    }

    public Money off() {
        return new Money(off, currency);
    }

    public int vatBasisPoints() {
        return vatBasisPoints;
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

    /** What was decided about it, as JSON. */
    public String why() {
        return why;
    }
}
