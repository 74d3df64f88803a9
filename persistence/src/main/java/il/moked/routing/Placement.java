// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import java.time.Duration;
import java.time.Instant;

/**
 * Where a contact waits, and how long it should at most.
 *
 * @param lineId number of the line
 * @param target of the customer's service level
 * @param law the clock of the law that runs for it, or null
 */
public record Placement(WorkLine line, long lineId, Duration target, StatutoryClock law) {
    Instant due(Instant waitingSince) {
        return DueTime.of(waitingSince, target, Duration.ZERO, law);
    }
}
