// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.StaffUser;
import il.moked.branch.Bankers;
import il.moked.branch.Branch;
import il.moked.routing.ejb.InPerson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Customers are led to their own banker. Until he is due such a customer is kept for his banker while that one sits at a counter
 * of the branch, and the banker calls him first; but nobody who is late waits for that.
 */
@ApplicationScoped
class OwnCustomers {
    private static final int MOST = 50;

    @Inject
    Bankers bankers;
    @Inject
    InPerson inPerson;
    @Inject
    Clock clock;

    /** @return the conversation of one of his own, his from now on; empty when none waits, or somebody is late */
    Optional<Long> next(Branch branch, StaffUser clerk) {
        if (bankers.anybodyLate(branch.id(), clock.instant())) {
            return Optional.empty();
        }
        for (long interaction : bankers.waitingFor(branch.id(), clerk.id(), MOST)) {
            Optional<Long> his = inPerson.take(clerk, interaction);
            if (his.isPresent()) {
                return his;
            }
        }
        return Optional.empty();
    }

    /** Conversations this clerk does not call now. */
    Set<Long> keptForOthers(Branch branch, StaffUser clerk) {
        return Set.copyOf(bankers.keptForOthers(branch.id(), clerk.id(), clock.instant(), MOST));
    }
}
