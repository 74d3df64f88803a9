// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.routing.LineCounts;
import il.moked.routing.LineRecord;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Keeps the counts of the lines small and true. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class CountFolding {
    private static final int BATCH = 5000;
    /** A wait younger than this may still be in the middle of something. */
    private static final Duration SETTLED = Duration.ofSeconds(30);
    private static final int MOST = 500;

    @Inject
    LineCounts counts;
    @Inject
    Measuring measuring;
    @Inject
    Clock clock;

    /** @return whether there may be more */
    public boolean fold() {
        return counts.fold(BATCH) == BATCH;
    }

    /** Compares what is written down of the waits with the lines themselves, so that an event that was missed is not missed for ever. @return how many waits were put right */
    public int reconcile() {
        Instant now = clock.instant();
        int righted = 0;
        for (LineRecord record : counts.forgotten(now.minus(SETTLED), MOST)) {
            counts.count(record, now, record.moved(now));
            righted++;
        }
        for (LineRecord record : counts.unrecorded(now, MOST)) {
            measuring.makeUpFor(record);
            righted++;
        }
        return righted;
    }
}
