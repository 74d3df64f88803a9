// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often one visitor may do one thing: a bucket of permits a key, refilled one by one. Kept in the memory of this
 * node and bounded: the keys used longest ago are forgotten first, so that a flood of addresses cannot fill the memory.
 */
public final class RateLimit {
    private static final int MOST_KEYS = 20_000;

    private final int burst;
    private final Duration refill;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /** @param filledAt when the bucket was or will be full; the later it is, the emptier the bucket */
    private record Bucket(Instant filledAt) {
    }

    /**
     * @param burst permits of a full bucket, at least 1
     * @param refill time until one permit comes back
     */
    public RateLimit(int burst, Duration refill, Clock clock) {
        this.burst = burst;
        this.refill = refill;
        this.clock = clock;
    }

    /** Takes a permit. @return zero when there was one, else how long until there is */
    public Duration take(String key) {
        Instant now = clock.instant();
        Duration whole = refill.multipliedBy(burst);
        synchronized (buckets) {
            Bucket bucket = buckets.get(key);
            Instant filledAt = bucket == null || bucket.filledAt().isBefore(now) ? now : bucket.filledAt();
            Instant after = filledAt.plus(refill);
            Duration over = Duration.between(now.plus(whole), after);
            if (over.compareTo(Duration.ZERO) > 0) {
                return over;
            }
            buckets.put(key, new Bucket(after));
            return Duration.ZERO;
        }
    }

    /** @return zero when a permit is there, else how long until there is; takes none */
    public Duration left(String key) {
        Instant now = clock.instant();
        synchronized (buckets) {
            Bucket bucket = buckets.get(key);
            Duration over = bucket == null ? Duration.ZERO : Duration.between(now.plus(refill.multipliedBy(burst)), bucket.filledAt().plus(refill));
            return over.isNegative() ? Duration.ZERO : over;
        }
    }

    int keys() {
        synchronized (buckets) {
            return buckets.size();
        }
    }
}
