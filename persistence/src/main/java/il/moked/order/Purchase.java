// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import il.moked.shared.Money;
import jakarta.persistence.*;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody bought or gave back, as one document said it: an invoice of an earlier system, or one of our own sales. It
 * is never changed, but for the customer, who may become known later. Its amount is kept exactly, also where prices have
 * parts of the smallest coin, so that a file reconciles as a whole and document by document.
 */
@Entity
@Table(name = "purchase")
public class Purchase {
    public enum Kind { SALE, RETURN }

    /** Source of what was sold here. */
    public static final String OWN = "moked";
    /** Decimal places of exact amounts. */
    public static final int PLACES = 6;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "purchase_seq")
    @SequenceGenerator(name = "purchase_seq", sequenceName = "purchase_seq")
    private Long id;
    private String source;
    private String number;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    @Column(name = "customer_id")
    private Long customerId;
    @Column(name = "external_customer")
    private String externalCustomer;
    private String country;
    @Column(name = "bought_at")
    private Instant boughtAt;
    @Column(name = "exact_amount")
    private BigDecimal exactAmount;
    @Column(name = "amount_minor")
    private long minor;
    private String currency;
    @Column(name = "import_id")
    private Long importId;

    protected Purchase() {
    }

    /** One of an earlier system. @param customerId null while nobody knows who it was @param importId of the file it came with */
    public Purchase(String source, PurchaseDocument document, Long customerId, String currency, long importId) {
        this.source = source;
        this.number = document.number();
        this.kind = document.kind();
        this.customerId = customerId;
        this.externalCustomer = document.customer();
        this.country = document.country();
        this.boughtAt = document.at();
        this.exactAmount = document.exactAmount();
        this.minor = rounded(exactAmount, currency).minor();
        this.currency = currency;
        this.importId = importId;
    }

    /** One of ours. @param amount below zero when goods were given back */
    public Purchase(String number, long customerId, Money amount, Instant at) {
        this.source = OWN;
        this.number = number;
        this.kind = amount.negative() ? Kind.RETURN : Kind.SALE;
        this.customerId = customerId;
        this.boughtAt = at;
        this.exactAmount = amount.decimal();
        this.minor = amount.minor();
        this.currency = amount.currency();
    }

    /** To the smallest unit of the currency, half away from zero. */
    static Money rounded(BigDecimal exact, String currency) {
        int places = Money.zero(currency).decimal().scale();
        return new Money(exact.setScale(places, RoundingMode.HALF_UP).unscaledValue().longValueExact(), currency);
    }

    public Long id() {
        return id;
    }

    public String source() {
        return source;
    }

    public String number() {
        return number;
    }

    public Kind kind() {
        return kind;
    }

    public Optional<Long> customerId() {
        return Optional.ofNullable(customerId);
    }

    public Instant boughtAt() {
        return boughtAt;
    }

    /** With every part of the smallest coin. */
    public BigDecimal exactAmount() {
        return exactAmount;
    }

    public Money amount() {
        return new Money(minor, currency);
    }
}
