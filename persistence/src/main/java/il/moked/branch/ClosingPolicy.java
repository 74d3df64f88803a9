// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import java.time.Duration;
import java.time.Instant;

/** What the clock does about the end of a branch's day. */
public final class ClosingPolicy {
    /** So much before it would be too late it is warned. */
    public static final Duration MARGIN = Duration.ofMinutes(20);
    /** Where no counter is open nobody knows how long one waits: so long before closing it is warned. */
    public static final Duration BLIND = Duration.ofMinutes(30);

    /** Nobody waits so long: before that nobody looks. */
    public static final Duration FARTHEST = Duration.ofHours(5);

    /** Each goes further than the one before. */
    public enum Step { NOTHING, WARN, STOP, SEND_HOME }

    private ClosingPolicy() {
    }

    /** @param waiting how many wait @param wait how long whoever came now would wait, null when nobody knows */
    public static Step next(Instant now, Instant closes, int waiting, Duration wait) {
        Duration left = Duration.between(now, closes);
        if (left.isZero() || left.isNegative()) {
            return Duration.between(closes, now).compareTo(DayClosing.OVERTIME) < 0 ? Step.STOP : Step.SEND_HOME;
        }
        if (waiting == 0) {
            return Step.NOTHING;
        }
        if (wait == null) {
            return left.compareTo(BLIND) <= 0 ? Step.WARN : Step.NOTHING;
        }
        if (wait.compareTo(left) > 0) {
            return Step.STOP;
        }
        return wait.plus(MARGIN).compareTo(left) > 0 ? Step.WARN : Step.NOTHING;
    }
}
