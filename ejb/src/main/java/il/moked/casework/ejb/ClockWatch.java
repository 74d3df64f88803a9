// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.Role;
import il.moked.casework.CaseClocks;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Says when the time of a case is nearly over, and when it is. One case in each transaction, that which was due first; those
 * another node has in hand are passed over. What nothing is due of costs nothing, however many run.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class ClockWatch {
    @Inject
    Cases cases;
    @Inject
    CaseLedger ledger;
    @Inject
    Clock clock;

    /** @return whether there may be another one that is due */
    public boolean lookAtNext() {
        Instant now = clock.instant();
        Optional<ServiceCase> found = cases.nextWatched(now);
        found.ifPresent(due -> {
            CaseClocks its = ledger.clocks(due);
            if (due.stale()) {
                its.countAgain(now);
                ledger.measure(due, its, CaseLedger.CLOCK, now);
            }
            its.settle(now);
            ledger.ring(due, its);
        });
        return found.isPresent();
    }
}
