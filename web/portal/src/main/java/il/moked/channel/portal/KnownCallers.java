// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import il.moked.shared.portal.RateLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * From which addresses providers have proved themselves, and who was refused too often. Of an address from which only refused calls come nothing is
 * read any more until it has been quiet; where a provider calls from, each call is looked at, so that nobody can shut him out by calling badly from there.
 */
final class KnownCallers {
    private static final int MOST = 2_000;
    private static final Duration MEMORY = Duration.ofDays(1);

    private final RateLimit refusals;
    private final Clock clock;
    private final Map<String, Instant> proved = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    KnownCallers(RateLimit refusals, Clock clock) {
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Before anything of a call is read. @return zero when it is listened to, else how long it is not */
    Duration shutOut(String visitor) {
        Duration left = refusals.left(visitor);
        return left.isZero() || known(visitor) ? Duration.ZERO : left;
    }

    /** A call was refused. @return zero when he may be told why, else how long he should be quiet */
    Duration refused(String visitor) {
        return refusals.take(visitor);
    }

    void proved(String visitor) {
        synchronized (proved) {
            proved.put(visitor, clock.instant());
        }
    }

    private boolean known(String visitor) {
        synchronized (proved) {
            Instant at = proved.get(visitor);
            return at != null && at.plus(MEMORY).isAfter(clock.instant());
        }
    }
}
