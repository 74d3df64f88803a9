// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.routing.LineCounts;
import il.moked.routing.LineRecord;
import il.moked.routing.WaitForecasts;
import il.moked.routing.WorkItem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps the counts of the lines small and true. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class CountFolding {
    private static final int BATCH = 5000;
    private static final int OVERDUE_BATCH = 500;
    /** Items held at a time. */
    private static final int MENDED_BATCH = 50;
    private static final int FORGOTTEN_BATCH = 1000;
    /** A wait younger than this may still be in the middle of something. */
    private static final Duration SETTLED = Duration.ofSeconds(30);

    @Inject
    LineCounts counts;
    @Inject
    Measuring measuring;
    @Inject
    WaitForecasts forecasts;
    @Inject
    Clock clock;
    /** Single waits and forecasts are kept so long; their counts for ever. Days. */
    @Inject
    @ConfigProperty(name = "moked.routing.waits-kept-days", defaultValue = "400")
    int keptDays;

    /** @return whether there may be more */
    public boolean fold() {
        return counts.fold(BATCH) == BATCH;
    }

    /** Counts those whose targets were missed since the last look. @return whether there may be more */
    public boolean findOverdue() {
        return counts.findOverdue(clock.instant(), OVERDUE_BATCH) == OVERDUE_BATCH;
    }

    /**
     * Mends what an event that was missed left behind, so that it is not missed for ever. Costs by what is wrong.
     *
     * @return whether there may be more
     */
    public boolean reconcile() {
        Instant now = clock.instant();
        List<WorkItem> wrong = counts.miscounted(MENDED_BATCH);
        wrong.forEach(item -> measuring.makeUpFor(item, now));
        return wrong.size() == MENDED_BATCH;
    }

    /** Ends waits that lead their line although nobody waits with them. @return whether there may be more behind them */
    public boolean endOwnerless() {
        Instant now = clock.instant();
        List<LineRecord> lost = counts.ownerless(now.minus(SETTLED));
        lost.forEach(record -> counts.ended(record, now, record.moved(now)));
        return !lost.isEmpty();
    }

    /**
     * Waits that are long over are forgotten; what was counted of them stays.
     *
     * @param after what the call before returned, 0 at first
     * @return empty when nothing older is left
     */
    public Optional<Long> forgetWaits(long after) {
        return counts.forget(clock.instant().minus(kept()), after, FORGOTTEN_BATCH);
    }

    /** Forecasts long fulfilled or failed. @return whether there may be more */
    public boolean forgetForecasts() {
        return forecasts.forgetBefore(clock.instant().minus(kept()), FORGOTTEN_BATCH) == FORGOTTEN_BATCH;
    }

    private Duration kept() {
        return Duration.ofDays(keptDays);
    }
}
