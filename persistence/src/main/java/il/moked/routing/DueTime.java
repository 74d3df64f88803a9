// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import java.time.Duration;
import java.time.Instant;

/**
 * When a waiting contact should be served: waiting since + target of the customer's service level. The line is served by
 * it. Every item ages at the same speed, so the order of two waiting items never changes, and the channel is not in the
 * formula.
 */
public final class DueTime {
    private DueTime() {
    }

    public static Instant of(Instant waitingSince, Duration target) {
        return waitingSince.plus(target);
    }
}
