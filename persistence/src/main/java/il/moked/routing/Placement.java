// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import java.time.Duration;
import java.time.Instant;

/**
 * Where a contact waits, and how long it should at most.
 *
 * @param lineId number of the line
 * @param target of the customer's service level
 * @param time in which the target runs
 * @param law the clock of the law that runs for it, or null
 */
public record Placement(WorkLine line, long lineId, Duration target, TargetTime time, StatutoryClock law) {
    /** By the clock. */
    public Placement(WorkLine line, long lineId, Duration target, StatutoryClock law) {
        this(line, lineId, target, TargetTime.CLOCK, law);
    }

    /** The same place, with another clock of the law or with none. */
    public Placement under(StatutoryClock other) {
        return new Placement(line, lineId, target, time, other);
    }

    Instant late(Instant waitingSince) {
        return time.late(waitingSince, target);
    }

    Instant due(Instant waitingSince) {
        return DueTime.by(late(waitingSince), Duration.ZERO, law);
    }
}
