// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.branch.Arrival;
import il.moked.branch.Arrivals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Where somebody stands in the line of his branch. */
@ApplicationScoped
class Places {
    @Inject
    Arrivals arrivals;
    @Inject
    BranchChoice choice;

    /** @param before how many are due before him; of who is still at home, how many wait @param minutes about so long; null when no counter is open */
    record Place(int before, Integer minutes) {
    }

    Place of(Arrival arrival) {
        int before = switch (arrival.state()) {
            case WAITING -> arrivals.before(arrival);
            case EXPECTED -> arrivals.waiting(arrival.branch().id());
            default -> 0;
        };
        return new Place(before, choice.minutes(arrival.branch(), before));
    }
}
