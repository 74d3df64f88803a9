// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import il.moked.shared.Happening;
import jakarta.persistence.*;
import java.time.Instant;

/** Something that happened to an appointment. */
@Entity
@Table(name = "appointment_event")
public class AppointmentEvent extends Happening {
    public enum Kind { BOOKED, MOVED, CANCELLED, ARRIVED, NO_SHOW, TOLD, NOT_TOLD }

    private static final int LONGEST = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "appointment_event_seq")
    @SequenceGenerator(name = "appointment_event_seq", sequenceName = "appointment_event_seq")
    private Long id;
    @Column(name = "appointment_id", updatable = false)
    private long appointmentId;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;

    protected AppointmentEvent() {
    }

    /** @param detail codes and moments, null when the kind says all */
    public AppointmentEvent(Appointment of, Kind kind, String actor, String detail, Instant at) {
        super(actor, detail, LONGEST, at);
        this.appointmentId = of.id();
        this.kind = kind;
    }

    public Long id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }
}
