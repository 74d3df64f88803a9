// SPDX-License-Identifier: Apache-2.0
package il.moked.promise;

import java.time.Instant;

/**
 * Until when something is promised, after the calendar had its say.
 *
 * @param at always within business time, its end included
 * @param wished what was asked for @param moved why that was moved, null when it was not
 */
public record PromisedTime(Instant at, Instant wished, Moved moved) {
    /** Closed at that hour; closed on that day; today is over or has no hours; the day closes before the hour that was wished. */
    public enum Moved { HOUR, DAY, TODAY, EARLIER }

    /** As it was asked for: nothing moved it. */
    public static PromisedTime as(Instant wished) {
        return new PromisedTime(wished, wished, null);
    }
}
