// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement;

import jakarta.persistence.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Somebody used something a customer is entitled to. It may be given back, once. */
@Entity
@Table(name = "entitlement_use")
public class EntitlementUse {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entitlement_use_seq")
    @SequenceGenerator(name = "entitlement_use_seq", sequenceName = "entitlement_use_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "entitlement_id", updatable = false)
    private Entitlement entitlement;
    @Column(updatable = false)
    private int amount;
    @Column(updatable = false)
    private String reference;
    @Column(updatable = false)
    private String note;
    @Column(name = "used_by", updatable = false)
    private String usedBy;
    @Column(name = "used_at", updatable = false)
    private Instant usedAt;
    @Column(name = "used_on", updatable = false)
    private LocalDate usedOn;
    @Column(name = "given_back_by")
    private String givenBackBy;
    @Column(name = "given_back_at")
    private Instant givenBackAt;

    protected EntitlementUse() {
    }

    /** @param reference of what it was used for: the same one uses nothing again; null when there is none */
    public EntitlementUse(Entitlement entitlement, int amount, String reference, String note, String by, Instant at, LocalDate on) {
        this.entitlement = entitlement;
        this.amount = amount;
        this.reference = reference;
        this.note = note;
        this.usedBy = by;
        this.usedAt = at;
        this.usedOn = on;
    }

    /** @return false when it was given back before */
    public boolean givenBack(String by, Instant at) {
        if (givenBackAt != null) {
            return false;
        }
        givenBackBy = by;
        givenBackAt = at;
        return true;
    }

    public Long id() {
        return id;
    }

    public Entitlement entitlement() {
        return entitlement;
    }

    public int amount() {
        return amount;
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    public String usedBy() {
        return usedBy;
    }

    public Instant usedAt() {
        return usedAt;
    }

    public LocalDate usedOn() {
        return usedOn;
    }

    public Optional<Instant> givenBackAt() {
        return Optional.ofNullable(givenBackAt);
    }
}
