// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import jakarta.persistence.*;
import java.time.Instant;

/** Something that happened to a visit. */
@Entity
@Table(name = "visit_event")
public class VisitEvent {
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
    @Column(updatable = false)
    private Instant at;
    @Column(updatable = false)
    private String actor;
    @Column(updatable = false)
    private String detail;

    protected VisitEvent() {
    }

    /** @param detail codes and numbers, null when the kind says all */
    public VisitEvent(Visit of, Kind kind, String actor, String detail, Instant at) {
        this.visitId = of.id();
        this.kind = kind;
        this.actor = actor;
        this.detail = detail == null || detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST);
        this.at = at;
    }

    public Kind kind() {
        return kind;
    }

    public Instant at() {
        return at;
    }

    public String actor() {
        return actor;
    }

    public String detail() {
        return detail;
    }
}
