// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.branch.Arrival;
import il.moked.branch.ArrivalLine;
import il.moked.branch.ejb.Greeting.CheckedIn;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Somebody lost his number: it is shown and printed again, with where he stands now. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class TicketAgain {
    @Inject
    BranchAccess access;
    @Inject
    Places places;

    public CheckedIn of(long arrivalId) {
        Arrival arrival = access.arrival(arrivalId);
        Places.Place place = places.of(arrival);
        return new CheckedIn(ArrivalLine.of(arrival), true, arrival.exceptional(), place.before(), place.minutes());
    }
}
