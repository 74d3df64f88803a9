// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.branch.Arrival;
import il.moked.branch.ArrivalEvent.Kind;
import il.moked.branch.Arrivals;
import il.moked.branch.Branches;
import il.moked.branch.Counter;
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
    private static final Duration LONGEST_SHIFT = Duration.ofHours(14);

    @Inject
    Branches branches;
    @Inject
    Arrivals arrivals;
    @Inject
    ArrivalLedger ledger;
    @Inject
    CounterFreeing freeing;
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

    /** Ids of counters that somebody left open: nobody sits at one for so long. */
    public List<Long> forgotten() {
        return branches.openSince(clock.instant().minus(LONGEST_SHIFT), BATCH);
    }

    /** Whoever waits is told how long by the counters that are open; one without anybody would promise too much. */
    public void close(long counterId) {
        Counter counter = branches.counterLocked(counterId);
        if (arrivals.at(counterId).isEmpty() && counter.since().filter(since -> since.isBefore(clock.instant().minus(LONGEST_SHIFT))).isPresent()) {
            freeing.close(counter);
        }
    }
}
