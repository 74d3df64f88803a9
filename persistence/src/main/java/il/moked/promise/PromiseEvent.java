// SPDX-License-Identifier: Apache-2.0
package il.moked.promise;

import il.moked.shared.Happening;
import jakarta.persistence.*;
import java.time.Instant;

/** One thing that happened to a promise. Never changed. */
@Entity
@Table(name = "promise_event")
public class PromiseEvent extends Happening {
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

    protected PromiseEvent() {
    }

    /** @param detail null when the kind says all */
    public PromiseEvent(Promise promise, Kind kind, String actor, String detail, Instant at) {
        super(actor, detail, LONGEST, at);
        this.promiseId = promise.id();
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
