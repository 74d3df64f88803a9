// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.ejb.CurrentUser;
import il.moked.branch.Arrival;
import il.moked.branch.Arrivals;
import il.moked.branch.Branch;
import il.moked.branch.Branches;
import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Who may see and do what at which branch: its own people greet and serve there, its supervisors manage it, administrators see
 * all. Of every other branch there is nothing to be seen but what everybody is told: where it is and how long one waits.
 */
@ApplicationScoped
public class BranchAccess {
    @Inject
    Branches branches;
    @Inject
    Arrivals arrivals;
    @Inject
    CurrentUser currentUser;

    /** Where the caller works; empty when he works at no branch. */
    public Optional<Branch> mine() {
        return currentUser.get().team().flatMap(team -> branches.ofTeam(team.id()));
    }

    /** To greet and to serve there. @throws NotFoundException {@code branch.unknown} */
    public Branch served(long branchId) {
        return branches.ofTeam(team(currentUser.get())).filter(branch -> branch.id() == branchId).orElseThrow(() -> new NotFoundException("branch.unknown"));
    }

    /** To look at. @throws NotFoundException {@code branch.unknown} */
    public Branch seen(long branchId) {
        StaffUser user = currentUser.get();
        return user.has(Role.ADMINISTRATOR) ? branches.get(branchId) : served(branchId);
    }

    /** To manage. @throws NotFoundException {@code branch.unknown} */
    public Branch managed(long branchId) {
        StaffUser user = currentUser.get();
        if (user.has(Role.ADMINISTRATOR)) {
            return branches.get(branchId);
        }
        if (!user.has(Role.SUPERVISOR)) {
            throw new NotFoundException("branch.unknown");
        }
        return served(branchId);
    }

    /** Whose figures are asked for; another system of the organisation may have those of all. @throws NotFoundException {@code branch.unknown} */
    public Branch reported(long branchId) {
        return currentUser.get().has(Role.INTEGRATION) ? branches.get(branchId) : managed(branchId);
    }

    /** A visit at the caller's branch. @throws NotFoundException {@code branch.unknown-arrival} */
    public Arrival arrival(long id) {
        Arrival arrival = arrivals.get(id);
        if (arrival.branch().teamId() != team(currentUser.get())) {
            throw new NotFoundException("branch.unknown-arrival");
        }
        return arrival;
    }

    private static long team(StaffUser user) {
        return user.team().map(team -> team.id()).orElse(-1L);
    }
}
