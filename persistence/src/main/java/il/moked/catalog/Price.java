// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import il.moked.shared.Money;
import jakarta.persistence.*;
import java.time.LocalDate;

/** What one unit of a product costs by a price list on some days. */
@Entity
@Table(name = "price")
public class Price {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "price_seq")
    @SequenceGenerator(name = "price_seq", sequenceName = "price_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "price_list_id")
    private PriceList list;
    @Column(name = "product_id")
    private long productId;
    @Column(name = "amount_minor")
    private long amount;
    @Column(name = "valid_from")
    private LocalDate from;
    @Column(name = "valid_until")
    private LocalDate until;
    @Version
    private int version;

    protected Price() {
    }

    public Price(PriceList list, long productId, Money amount, Validity validity) {
        list.expect(amount);
        this.list = list;
        this.productId = productId;
        this.amount = PricePolicy.checked(amount).minor();
        this.from = validity.from();
        this.until = validity.until();
    }

    /** It ends earlier than was planned, or has an end now. @param day the first on which it does not hold any more */
    public void endOn(LocalDate day) {
        until = new Validity(from, day).until();
    }

    public Validity validity() {
        return new Validity(from, until);
    }

    public Money amount() {
        return new Money(amount, list.currency());
    }

    public Long id() {
        return id;
    }

    public PriceList list() {
        return list;
    }

    public long productId() {
        return productId;
    }

    public int version() {
        return version;
    }
}
