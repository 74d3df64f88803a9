// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import jakarta.persistence.*;
import java.time.LocalDate;

/** The rate of value added tax from a day on. */
@Entity
@Table(name = "vat_rate")
public class VatRate {
    /** Hundredths of a percent: nowhere is it half of the price. */
    public static final int HIGHEST = 5000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vat_rate_seq")
    @SequenceGenerator(name = "vat_rate_seq", sequenceName = "vat_rate_seq")
    private Long id;
    @Column(name = "valid_from")
    private LocalDate from;
    @Column(name = "basis_points")
    private int basisPoints;

    protected VatRate() {
    }

    /** @param basisPoints hundredths of a percent, 1800 for 18 % */
    public VatRate(LocalDate from, int basisPoints) {
        this.from = from;
        this.basisPoints = basisPoints;
    }

    public Long id() {
        return id;
    }

    public LocalDate from() {
        return from;
    }

    public int basisPoints() {
        return basisPoints;
    }
}
