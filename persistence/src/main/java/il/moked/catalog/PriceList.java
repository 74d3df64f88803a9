// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import il.moked.shared.Names;
import jakarta.persistence.*;
import java.util.Optional;

/**
 * Prices that hold for everybody, for a segment, or by agreement for one customer. Its edition counts the changes of its
 * prices: the same edition is the same prices.
 */
@Entity
@Table(name = "price_list")
public class PriceList {
    /** From the one that goes before all others on. */
    public enum Kind { AGREEMENT, SEGMENT, GENERAL }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "price_list_seq")
    @SequenceGenerator(name = "price_list_seq", sequenceName = "price_list_seq")
    private Long id;
    private String code;
    @Embedded
    private Names names;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    @Enumerated(EnumType.STRING)
    private Segment segment;
    @Column(name = "customer_id")
    private Long customerId;
    private String currency;
    @Column(name = "includes_vat")
    private boolean includesVat;
    private int edition = 1;
    @Version
    private int version;

    protected PriceList() {
    }

    private PriceList(String code, String hebrewName, String englishName, Kind kind, String currency, boolean includesVat) {
        this.code = code;
        this.names = new Names(hebrewName, englishName);
        this.kind = kind;
        this.currency = Money.zero(currency).currency();
        this.includesVat = includesVat;
    }

    /** Published to everybody, so the prices include the tax (Consumer Protection Law, section 17a). */
    public static PriceList general(String code, String hebrewName, String englishName, String currency) {
        return new PriceList(code, hebrewName, englishName, Kind.GENERAL, currency, true);
    }

    /** Of a business segment without the tax, which businesses reckon without; of people with it. */
    public static PriceList of(Segment segment, String code, String hebrewName, String englishName, String currency) {
        PriceList list = new PriceList(code, hebrewName, englishName, Kind.SEGMENT, currency, !segment.business());
        list.segment = segment;
        return list;
    }

    /** Agreed with one customer. */
    public static PriceList agreed(long customerId, boolean includesVat, String code, String hebrewName, String englishName, String currency) {
        PriceList list = new PriceList(code, hebrewName, englishName, Kind.AGREEMENT, currency, includesVat);
        list.customerId = customerId;
        return list;
    }

    public void rename(String hebrew, String english) {
        names = new Names(hebrew, english);
    }

    /** A price of it was changed. */
    public void changed() {
        edition++;
    }

    /** @throws BusinessException {@code shared.currency-mismatch} */
    public void expect(Money amount) {
        if (!currency.equals(amount.currency())) {
            throw new BusinessException("shared.currency-mismatch", currency, amount.currency());
        }
    }

    public Long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String hebrewName() {
        return names.hebrew();
    }

    public String englishName() {
        return names.english();
    }

    public Kind kind() {
        return kind;
    }

    public Optional<Segment> segment() {
        return Optional.ofNullable(segment);
    }

    public Optional<Long> customerId() {
        return Optional.ofNullable(customerId);
    }

    public String currency() {
        return currency;
    }

    public boolean includesVat() {
        return includesVat;
    }

    public int edition() {
        return edition;
    }

    public int version() {
        return version;
    }
}
