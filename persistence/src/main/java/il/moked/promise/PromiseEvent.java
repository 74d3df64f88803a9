// SPDX-License-Identifier: Apache-2.0
package il.moked.promise;

import jakarta.persistence.*;
import java.time.Instant;

/** One thing that happened to a promise. Never changed. */
@Entity
@Table(name = "promise_event")
public class PromiseEvent {
    public enum Kind { GIVEN, REMINDED, ASSIGNED, BROKEN, ESCALATED, KEPT, CANCELLED, REOPENED, RESCHEDULED }

    private static final int LONGEST = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "promise_event_seq")
    @SequenceGenerator(name = "promise_event_seq", sequenceName = "promise_event_seq")
    private Long id;
    @Column(name = "promise_id", updatable = false)
    private long promiseId;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;
    @Column(updatable = false)
    private Instant at;
    @Column(updatable = false)
    private String actor;
    @Column(updatable = false)
    private String detail;

    protected PromiseEvent() {
    }

    /** @param detail null when the kind says all */
    public PromiseEvent(Promise promise, Kind kind, String actor, String detail, Instant at) {
        this.promiseId = promise.id();
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

    /** User name, or that of Moked itself. */
    public String actor() {
        return actor;
    }

    public String detail() {
        return detail;
    }
}
