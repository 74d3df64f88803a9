// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.branch.Arrival;
import il.moked.branch.ArrivalEvent.Kind;
import il.moked.branch.ArrivalLine;
import il.moked.branch.Arrivals;
import il.moked.branch.BranchHours;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Interactions;
import il.moked.routing.ejb.InPerson;
import il.moked.shared.BusinessException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** Who did not come when he was called, and stands there after all. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class ComingBack {
    @Inject
    BranchHours hours;
    @Inject
    BranchAccess access;
    @Inject
    Arrivals arrivals;
    @Inject
    Interactions interactions;
    @Inject
    InPerson inPerson;
    @Inject
    ArrivalLedger ledger;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;

    /**
     * He waits again with the number and the place he had.
     *
     * @throws BusinessException {@code branch.changed} when he did not miss his call, {@code branch.other-day}
     */
    public ArrivalLine again(long arrivalId) {
        Arrival known = access.arrival(arrivalId);
        String number = known.number().orElse("");
        long interaction = known.interactionId().orElseThrow(() -> new BusinessException("branch.changed", number));
        interactions.getLocked(interaction);
        Arrival arrival = arrivals.getLocked(arrivalId);
        if (!arrival.day().equals(hours.day(arrival.branch(), clock.instant()))) {
            throw new BusinessException("branch.other-day", number);
        }
        arrival.comesAgain();
        inPerson.again(interaction);
        interactions.add(new InteractionEvent(interactions.get(interaction), InteractionEvent.Kind.REOPENED, currentUser.name(), null, clock.instant()));
        ledger.write(arrival, Kind.BACK, currentUser.name(), null);
        return ArrivalLine.of(arrival);
    }
}
