// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import il.moked.shared.Happening;
import jakarta.persistence.*;
import java.time.Instant;

/** Something that happened to somebody who came to a branch. */
@Entity
@Table(name = "arrival_event")
public class ArrivalEvent extends Happening {
    public enum Kind { RESERVED, CAME, EXCEPTION, CALLED, CALLED_AGAIN, SERVED, BACK, DONE, LEFT, NO_SHOW, REDIRECTED, TOLD }

    private static final int LONGEST = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "arrival_event_seq")
    @SequenceGenerator(name = "arrival_event_seq", sequenceName = "arrival_event_seq")
    private Long id;
    @Column(name = "arrival_id", updatable = false)
    private long arrivalId;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;

    protected ArrivalEvent() {
    }

    /** @param detail codes and numbers, null when the kind says all */
    public ArrivalEvent(Arrival of, Kind kind, String actor, String detail, Instant at) {
        super(actor, detail, LONGEST, at);
        this.arrivalId = of.id();
        this.kind = kind;
    }

    public Long id() {
        return id;
    }

    public long arrivalId() {
        return arrivalId;
    }

    public Kind kind() {
        return kind;
    }
}
