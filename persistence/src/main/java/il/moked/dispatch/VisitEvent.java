// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import il.moked.shared.Happening;
import jakarta.persistence.*;
import java.time.Instant;

/** Something that happened to a visit. */
@Entity
@Table(name = "visit_event")
public class VisitEvent extends Happening {
    public enum Kind { BOOKED, PLANNED, MOVED, UNPLANNED, RELEASED, TOLD, NOT_TOLD, SET_OUT, ARRIVED, DONE, NOT_FIXED, CANCELLED, PHOTO }

    private static final int LONGEST = 300;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "visit_event_seq")
    @SequenceGenerator(name = "visit_event_seq", sequenceName = "visit_event_seq")
    private Long id;
    @Column(name = "visit_id", updatable = false)
    private long visitId;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;

    protected VisitEvent() {
    }

    /** @param detail codes and numbers, null when the kind says all */
    public VisitEvent(Visit of, Kind kind, String actor, String detail, Instant at) {
        super(actor, detail, LONGEST, at);
        this.visitId = of.id();
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
