// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import jakarta.persistence.*;
import java.time.LocalDate;

/** The first visit because of a fault, and whether it was enough: fixed, and nobody came for the same again within thirty days. */
@Entity
@Table(name = "first_fix")
public class FirstFix {
    public static final int DAYS = 30;
    /** Where no product was named. */
    public static final String NO_PRODUCT = "-";

    @Id
    @Column(name = "case_id")
    private long caseId;
    @Column(name = "customer_id", updatable = false)
    private long customerId;
    @Column(updatable = false)
    private String sku;
    @Column(updatable = false)
    private String kind;
    @Column(name = "technician_id", updatable = false)
    private long technicianId;
    @Column(name = "visited_on", updatable = false)
    private LocalDate visitedOn;
    private boolean fixed;
    @Enumerated(EnumType.STRING)
    private Visit.Cause cause;
    @Column(name = "returned_on")
    private LocalDate returnedOn;

    protected FirstFix() {
    }

    /** @param visit that has ended */
    public FirstFix(Visit visit) {
        this.caseId = visit.caseId();
        this.customerId = visit.customerId();
        this.sku = visit.sku().orElse(NO_PRODUCT);
        this.kind = visit.kind().code();
        this.technicianId = visit.technician().orElseThrow().id();
        this.visitedOn = VisitLaw.dayOf(visit.endedAt().orElseThrow());
        this.fixed = visit.state() == Visit.State.DONE;
        this.cause = visit.cause().orElse(null);
    }

    /** Somebody came for the same again: it was not fixed after all, if that is within thirty days. */
    public void cameAgain(LocalDate on) {
        if (returnedOn == null && !on.isAfter(visitedOn.plusDays(DAYS))) {
            returnedOn = on;
            fixed = false;
        }
    }

    public long caseId() {
        return caseId;
    }

    public boolean fixed() {
        return fixed;
    }
}
