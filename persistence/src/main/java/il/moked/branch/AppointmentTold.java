// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import jakarta.persistence.*;
import java.io.Serializable;
import java.time.Instant;

/** That a customer was told something of one hour of his appointment; its key keeps it from being told again. */
@Entity
@Table(name = "appointment_told")
public class AppointmentTold {
    @EmbeddedId
    private Id id;
    private Instant at;

    /** @param moves how often it had been moved by then @param what a code */
    @Embeddable
    public record Id(@Column(name = "appointment_id") long appointmentId, int moves, String what) implements Serializable {
    }

    protected AppointmentTold() {
    }

    public AppointmentTold(Appointment of, String what, Instant at) {
        this.id = new Id(of.id(), of.moves(), what);
        this.at = at;
    }

    public Id id() {
        return id;
    }

    public Instant at() {
        return at;
    }
}
