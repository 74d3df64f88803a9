// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.branch.Arrival.State;
import il.moked.branch.ArrivalEvent.Kind;
import il.moked.branch.Arrivals;
import il.moked.branch.Branches;
import il.moked.interaction.Interactions;
import il.moked.interaction.ejb.HandedToTeam;
import il.moked.interaction.ejb.InteractionClosed;
import il.moked.interaction.ejb.OwnerTaken;
import il.moked.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/** Keeps a visit in step with its conversation, in the transaction of whatever happened to that; it is locked already. */
@ApplicationScoped
public class ArrivalSteps {
    @Inject
    Arrivals arrivals;
    @Inject
    Branches branches;
    @Inject
    Interactions interactions;
    @Inject
    StaffUsers users;
    @Inject
    ArrivalLedger ledger;
    @Inject
    Clock clock;

    /** Summed up and closed: the visit is over. */
    void closed(@Observes InteractionClosed event) {
        if (visit(event.interactionId())) {
            arrivals.ofInteractionLocked(event.interactionId()).filter(arrival -> arrival.state().present()).ifPresent(arrival -> {
                String by = event.ownerId() == null ? ArrivalLedger.CLOCK : users.get(event.ownerId()).userName();
                if (arrival.state() == State.SERVING) {
                    arrival.done(clock.instant());
                    ledger.write(arrival, Kind.DONE, by, null);
                } else if (arrival.state() == State.CALLED) {
                    arrival.notShown(clock.instant());
                    ledger.write(arrival, Kind.NO_SHOW, by, null);
                } else {
                    arrival.leave(clock.instant());
                    ledger.write(arrival, Kind.LEFT, by, null);
                }
            });
        }
    }

    /** A colleague serves him now, or somebody took him without calling his number. */
    void ownerTaken(@Observes OwnerTaken event) {
        if (visit(event.interactionId())) {
            arrivals.ofInteractionLocked(event.interactionId()).filter(arrival -> arrival.state().present()).ifPresent(arrival -> {
                StaffUser owner = users.get(event.ownerId());
                arrival.takenAt(branches.counterOf(owner.id()).filter(counter -> counter.branch().id().equals(arrival.branch().id())).orElse(null), clock.instant());
                interactions.getLocked(event.interactionId()).callerWaitsNoLonger(clock.instant());
                ledger.write(arrival, Kind.SERVED, owner.userName(), null);
            });
        }
    }

    /** He stands in the branch: no other team can serve him there. */
    void handedToTeam(@Observes HandedToTeam event) {
        if (visit(event.interactionId())) {
            arrivals.ofInteractionLocked(event.interactionId()).filter(arrival -> arrival.state().present()).ifPresent(arrival -> {
                if (arrival.branch().teamId() != event.teamId()) {
                    throw new BusinessException("branch.other-team");
                }
                if (arrival.state() != State.WAITING) {
                    arrival.back();
                    ledger.write(arrival, Kind.BACK, ArrivalLedger.CLOCK, null);
                }
            });
        }
    }

    private boolean visit(long interactionId) {
        return interactions.get(interactionId).channel().inPerson();
    }
}
