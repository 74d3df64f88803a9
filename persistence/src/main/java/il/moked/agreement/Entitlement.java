// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement;

import jakarta.persistence.*;
import java.time.LocalDate;

/** So many of something in each period of an agreement. What is used is changed by one conditional statement ({@link Agreements#use}), so it is never more than there is. */
@Entity
@Table(name = "entitlement")
public class Entitlement {
    public enum Kind { VISIT, SUPPORT_HOUR, CALL, REPLACEMENT, TRANSACTION }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entitlement_seq")
    @SequenceGenerator(name = "entitlement_seq", sequenceName = "entitlement_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "agreement_id")
    private Agreement agreement;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    @Enumerated(EnumType.STRING)
    private EntitlementPeriod period;
    private int quantity;
    private int used;
    @Column(name = "period_from")
    private LocalDate periodFrom;
    @Column(name = "period_until")
    private LocalDate periodUntil;

    protected Entitlement() {
    }

    Entitlement(Agreement agreement, Kind kind, EntitlementPeriod period, int quantity) {
        EntitlementPeriod.Stretch first = period.at(agreement.from(), agreement.from());
        this.agreement = agreement;
        this.kind = kind;
        this.period = period;
        this.quantity = quantity;
        this.periodFrom = first.from();
        this.periodUntil = first.until();
    }

    public Long id() {
        return id;
    }

    public Agreement agreement() {
        return agreement;
    }

    public Kind kind() {
        return kind;
    }

    public EntitlementPeriod period() {
        return period;
    }

    /** In each period. */
    public int quantity() {
        return quantity;
    }

    /** Of what the period of that day has: it is whole again without anybody doing anything. */
    public int left(LocalDate today) {
        return periodUntil != null && !today.isBefore(periodUntil) ? quantity : quantity - used;
    }

    /** The period in which that day lies. */
    public EntitlementPeriod.Stretch stretch(LocalDate today) {
        return period.at(agreement.from(), today);
    }
}
