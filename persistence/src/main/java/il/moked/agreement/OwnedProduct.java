// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement;

import jakarta.persistence.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A product a customer has, with its number, warranty and manual. */
@Entity
@Table(name = "owned_product")
public class OwnedProduct {
    /** What is left of a warranty. */
    public enum Warranty { NONE, VALID, ENDING, OVER }

    /** Days before its end in which a warranty is said to end soon. */
    private static final int SOON_DAYS = 30;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "owned_product_seq")
    @SequenceGenerator(name = "owned_product_seq", sequenceName = "owned_product_seq")
    private Long id;
    @Column(name = "customer_id")
    private long customerId;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "agreement_id")
    private Agreement agreement;
    private String sku;
    private String name;
    private String serial;
    @Column(name = "bought_on")
    private LocalDate boughtOn;
    @Column(name = "warranty_until")
    private LocalDate warrantyUntil;
    private String manual;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "gone_on")
    private LocalDate goneOn;
    @Version
    private int version;

    protected OwnedProduct() {
    }

    /** @param sku code of the product @param serial null when it has none */
    public OwnedProduct(long customerId, String sku, String name, String serial, Instant now) {
        this.customerId = customerId;
        this.sku = sku;
        this.name = name;
        this.serial = serial;
        this.createdAt = now;
    }

    /** @param until the last day of the warranty */
    public OwnedProduct bought(LocalDate on, LocalDate until) {
        boughtOn = on;
        warrantyUntil = until;
        return this;
    }

    /** @param address of the manual, https */
    public OwnedProduct explainedAt(String address) {
        manual = address;
        return this;
    }

    public OwnedProduct coveredBy(Agreement contract) {
        agreement = contract;
        return this;
    }

    /** He has it no more. */
    public void gone(LocalDate on) {
        goneOn = on;
    }

    public Warranty warranty(LocalDate today) {
        if (warrantyUntil == null) {
            return Warranty.NONE;
        }
        return today.isAfter(warrantyUntil) ? Warranty.OVER : today.plusDays(SOON_DAYS).isAfter(warrantyUntil) ? Warranty.ENDING : Warranty.VALID;
    }

    public Long id() {
        return id;
    }

    public long customerId() {
        return customerId;
    }

    public Optional<Agreement> agreement() {
        return Optional.ofNullable(agreement);
    }

    public String sku() {
        return sku;
    }

    public String name() {
        return name;
    }

    public Optional<String> serial() {
        return Optional.ofNullable(serial);
    }

    public Optional<LocalDate> boughtOn() {
        return Optional.ofNullable(boughtOn);
    }

    /** The last day. */
    public Optional<LocalDate> warrantyUntil() {
        return Optional.ofNullable(warrantyUntil);
    }

    public Optional<String> manual() {
        return Optional.ofNullable(manual);
    }

    public Optional<LocalDate> goneOn() {
        return Optional.ofNullable(goneOn);
    }

    public int version() {
        return version;
    }
}
