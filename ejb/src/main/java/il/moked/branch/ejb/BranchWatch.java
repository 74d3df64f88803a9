// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.branch.Arrival;
import il.moked.branch.ArrivalEvent.Kind;
import il.moked.branch.Arrivals;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The clock of branches: ends what nobody came for. One in each transaction, after another look under its lock. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class BranchWatch {
    private static final int BATCH = 100;
    /** Who took a number at home may be so much later than he said. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    @Inject
    Arrivals arrivals;
    @Inject
    ArrivalLedger ledger;
    @Inject
    Clock clock;

    /** Ids of visits that were expected. */
    public List<Long> notCome() {
        return arrivals.expectedBefore(clock.instant().minus(PATIENCE), BATCH);
    }

    public void giveUp(long arrivalId) {
        Arrival arrival = arrivals.getLocked(arrivalId);
        Instant now = clock.instant();
        if (arrival.state() == Arrival.State.EXPECTED && arrival.expectedAt().filter(expected -> expected.isBefore(now.minus(PATIENCE))).isPresent()) {
            arrival.notShown(now);
            ledger.write(arrival, Kind.NO_SHOW, ArrivalLedger.CLOCK, null);
        }
    }
}
