// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.branch.Arrivals;
import il.moked.branch.Branch;
import il.moked.branch.Branches;
import il.moked.branch.CounterSeats;
import il.moked.routing.ejb.AtCounters;
import il.moked.shared.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Where the branch allows it, a clerk at an open counter with nobody before him answers in writing while nobody waits in the branch. Never a call or a chat: those cannot be put aside when somebody comes in. */
@ApplicationScoped
public class CounterSlack implements AtCounters {
    private static final long NONE = -1;

    @Inject
    Branches branches;
    @Inject
    Arrivals arrivals;
    @Inject
    CounterSeats seats;

    /** Of every team, as the router asks for every team all the time; a branch gets its team when it is made, and keeps it. */
    private final Remembered<Long, Long> branchOf = new Remembered<>(Duration.ofSeconds(5));

    @Override
    public Optional<Set<Long>> slack(long teamId) {
        long known = branchOf.get(teamId, team -> branches.ofTeam(team).map(Branch::id).orElse(NONE));
        if (known == NONE) {
            return Optional.empty();
        }
        Branch branch = branches.get(known);
        return Optional.of(branch.active() && branch.servesTexts() && arrivals.waiting(known) == 0 ? seats.idle(known) : Set.of());
    }
}
