// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.branch.Appointment;
import il.moked.branch.AppointmentEvent;
import il.moked.branch.AppointmentEvent.Kind;
import il.moked.branch.Appointments;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;

/** Writes down what happens to an appointment and tells it: in the transaction of whoever calls. */
@ApplicationScoped
class AppointmentLedger {
    @Inject
    Appointments appointments;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @param detail codes and moments, or null */
    void write(Appointment of, Kind kind, String by, String detail) {
        appointments.flush();
        appointments.add(new AppointmentEvent(of, kind, by, detail, clock.instant()));
        events.tell(new AppointmentActed(of.id(), of.branch().id(), of.branch().teamId(), of.customer().id(), "branch.appointment-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), detail));
    }
}
