// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.branch.Arrival;
import il.moked.branch.Arrival.State;
import il.moked.branch.ArrivalEvent.Kind;
import il.moked.branch.ArrivalLine;
import il.moked.branch.Arrivals;
import il.moked.branch.Branch;
import il.moked.branch.Branches;
import il.moked.branch.ejb.Greeting.CheckedIn;
import il.moked.branch.ejb.Greeting.Visitor;
import il.moked.shared.NotFoundException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Numbers by other systems, at any branch: a kiosk of another maker, an app. */
@Stateless
@RolesAllowed(Role.INTEGRATION)
public class BranchTickets {
    @Inject
    Places places;
    @Inject
    Branches branches;
    @Inject
    Arrivals arrivals;
    @Inject
    CheckingIn checkingIn;
    @Inject
    Admission admission;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;

    /** @param before how many are due before him @param minutes he will wait about so long; null when no counter is open, or he waits no more */
    public record Ticket(ArrivalLine visit, int before, Integer minutes) {
    }

    /** @param expected when he will be there, null: he is @throws il.moked.shared.BusinessException {@code branch.reason-elsewhere}, {@code branch.unknown-reason}, {@code branch.appointment-unknown}, {@code shared.field-…} */
    public CheckedIn checkIn(String code, Visitor visitor, Instant expected) {
        Branch branch = branches.inUse(code);
        return expected == null ? checkingIn.at(branch, visitor, null, null, currentUser.name()) : checkingIn.fromHome(branch, visitor, expected, currentUser.name());
    }

    /** @throws NotFoundException {@code branch.unknown-arrival} */
    public Ticket get(String code, long id) {
        return ticket(at(code, id));
    }

    private Ticket ticket(Arrival arrival) {
        Places.Place place = places.of(arrival);
        return new Ticket(ArrivalLine.of(arrival), place.before(), arrival.state() == State.WAITING || arrival.state() == State.EXPECTED ? place.minutes() : null);
    }

    /** He need not wait any more. @throws il.moked.shared.BusinessException {@code branch.changed} when he waits no more */
    public Ticket leave(String code, long id) {
        Arrival arrival = admission.locked(at(code, id));
        arrival.leave(clock.instant());
        admission.gone(arrival, Kind.LEFT, "LEFT_BRANCH", currentUser.name(), null);
        return ticket(arrival);
    }

    private Arrival at(String code, long id) {
        Branch branch = branches.inUse(code);
        Arrival arrival = arrivals.get(id);
        if (!arrival.branch().id().equals(branch.id())) {
            throw new NotFoundException("branch.unknown-arrival");
        }
        return arrival;
    }
}
