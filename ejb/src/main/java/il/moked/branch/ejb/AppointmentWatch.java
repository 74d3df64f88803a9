// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.branch.Appointment;
import il.moked.branch.AppointmentEvent.Kind;
import il.moked.branch.Appointments;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The clock of appointments: reminds of those that are near, and gives up those whose customer did not come. One appointment in each transaction. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class AppointmentWatch {
    private static final int BATCH = 100;

    @Inject
    Appointments appointments;
    @Inject
    AppointmentTelling telling;
    @Inject
    AppointmentLedger ledger;
    @Inject
    AppointmentTerms terms;
    @Inject
    Clock clock;

    /** A reminder that is due. @param before so long before the hour */
    public record Due(long appointmentId, Duration before) {
    }

    /** Ids of those whose customer is not expected any more. */
    public List<Long> missed() {
        return appointments.bookedBefore(terms.expectedSince(clock.instant()), BATCH);
    }

    /** His place is free; whoever comes later waits as anybody else. */
    public void giveUp(long id) {
        Appointment appointment = appointments.getLocked(id);
        Instant now = clock.instant();
        if (appointment.state() == Appointment.State.BOOKED && appointment.startsAt().isBefore(terms.expectedSince(now))) {
            appointment.notShown(now);
            ledger.write(appointment, Kind.NO_SHOW, ArrivalLedger.CLOCK, appointment.startsAt().toString());
        }
    }

    /** The nearest to the hour first: whoever gets that one needs no earlier one any more. */
    public List<Due> reminders() {
        Instant now = clock.instant();
        return terms.reminders().stream().flatMap(before -> appointments.untold(what(before), now, now.plus(before), BATCH).stream().map(id -> new Due(id, before))).toList();
    }

    /** Who booked or moved it later than the reminder would have been due has just been told. */
    public void remind(Due due) {
        Appointment appointment = appointments.getLocked(due.appointmentId());
        Instant now = clock.instant();
        Instant since = appointment.startsAt().minus(due.before());
        if (appointment.state() != Appointment.State.BOOKED || since.isAfter(now) || !appointment.startsAt().isAfter(now)) {
            return;
        }
        boolean known = appointment.movedAt().orElse(appointment.bookedAt()).isAfter(since);
        terms.reminders().stream().filter(earlier -> earlier.compareTo(due.before()) > 0).forEach(earlier -> appointments.claim(appointment, what(earlier), now));
        if (known) {
            appointments.claim(appointment, what(due.before()), now);
        } else {
            telling.reminded(appointment, what(due.before()));
            appointment.reminded(now);
        }
    }

    private static String what(Duration before) {
        return "REMINDED-" + before.toMinutes();
    }
}
