// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.Administered;
import il.moked.access.ejb.CurrentUser;
import il.moked.dispatch.Technician;
import il.moked.dispatch.Technicians;
import il.moked.dispatch.Visit;
import il.moked.dispatch.VisitEvent;
import il.moked.dispatch.VisitLaw;
import il.moked.dispatch.Visits;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** What a dispatcher decides himself: who goes when, and who does not work. Conflicts are shown to him, not forbidden. */
@Stateless
@RolesAllowed(Role.SUPERVISOR)
public class Dispatching {
    @Inject
    Visits visits;
    @Inject
    Technicians technicians;
    @Inject
    VisitLedger ledger;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /**
     * It is his, at that hour; planning leaves it with him.
     *
     * @throws BusinessException {@code dispatch.state}: it is under way or over; {@code dispatch.other-day}; {@code dispatch.technician-gone}
     */
    public void move(long id, Integer seen, long technicianId, Instant at) {
        Visit visit = changing(id, seen);
        if (!VisitLaw.dayOf(at).equals(visit.day())) {
            throw new BusinessException("dispatch.other-day");
        }
        Technician who = technicians.get(technicianId).expectWorking();
        boolean lateBefore = visit.plannedAt().filter(visit.windowTo()::isBefore).isPresent();
        visit.fix(who, at);
        ledger.write(visit, VisitEvent.Kind.MOVED, currentUser.name(), who.user().userName() + " " + at);
        if (at.isAfter(visit.windowTo()) && !lateBefore) {
            ledger.late(visit, currentUser.name());
        }
        visits.changed(visit.day());
    }

    /** Planning may give it to somebody else again. */
    public void release(long id, Integer seen) {
        Visit visit = changing(id, seen);
        visit.release();
        ledger.write(visit, VisitEvent.Kind.RELEASED, currentUser.name(), null);
        visits.changed(visit.day());
    }

    private Visit changing(long id, Integer seen) {
        Visit visit = visits.get(id);
        visits.lock(visit.day());
        visit.expect(seen);
        return visit;
    }

    /** He does not work that day, or does after all; the day is planned again. */
    public void absent(long technicianId, LocalDate day, boolean away) {
        visits.lock(day);
        Technician one = technicians.getLocked(technicianId);
        if (one.absent(day, away)) {
            visits.of(technicianId, day).stream().filter(visit -> visit.state() == Visit.State.PLANNED).forEach(Visit::release);
            visits.changed(day);
            events.tell(new Administered(away ? "dispatch.technician-away" : "dispatch.technician-back", "technician", technicianId, day.toString()));
            events.tell(new DayChanged(day, currentUser.name()));
        }
    }
}
