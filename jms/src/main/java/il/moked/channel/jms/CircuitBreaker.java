// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Spares a provider that is away, and those who would wait for it. After some failures in a row nobody asks it for a
 * while; then one may try, and what becomes of that decides for all. For use by many threads.
 */
public final class CircuitBreaker {
    private final int most;
    private final Duration pause;
    private final Clock clock;
    private int failures;
    private Instant closedUntil = Instant.MIN;

    /**
     * @param most failures in a row that open it, at least 1
     * @param pause for which nobody asks; also how long one who tries may take before the next may
     */
    public CircuitBreaker(int most, Duration pause, Clock clock) {
        this.most = most;
        this.pause = pause;
        this.clock = clock;
    }

    /** @return whether to ask the provider; who was told so must tell of the outcome */
    public synchronized boolean mayTry() {
        if (failures < most) {
            return true;
        }
        Instant now = clock.instant();
        if (now.isBefore(closedUntil)) {
            return false;
        }
        closedUntil = now.plus(pause);
        return true;
    }

    public synchronized void succeeded() {
        failures = 0;
    }

    public synchronized void failed() {
        failures = Math.min(failures + 1, most);
        if (failures == most) {
            closedUntil = clock.instant().plus(pause);
        }
    }
}
