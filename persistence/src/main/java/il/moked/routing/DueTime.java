// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import java.time.Duration;
import java.time.Instant;

/**
 * When a waiting contact should be served: waiting since + target of the customer's service level − credit. The line is
 * served by it. Every item ages at the same speed, so the order of two waiting items never changes, and the channel is
 * not in the formula.
 */
public final class DueTime {
    private DueTime() {
    }

    public static Instant of(Instant waitingSince, Duration target) {
        return waitingSince.plus(target);
    }

    /**
     * @param credit time the contact is ahead of others who came at the same moment; not negative, zero when nobody gave it any
     * @param law its clock by law, null when none runs: it is never due later than two thirds of that limit
     */
    public static Instant of(Instant waitingSince, Duration target, Duration credit, StatutoryClock law) {
        return by(waitingSince.plus(target), credit, law);
    }

    /** The same for a target that runs in business hours. @param late the last moment at which it is met */
    public static Instant by(Instant late, Duration credit, StatutoryClock law) {
        Instant due = late.minus(credit);
        return law == null || due.isBefore(law.pressing()) ? due : law.pressing();
    }
}
