// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps us from asking a provider again and again that is away. Closed until so many calls in a row have failed; then open for
 * a while, in which nothing is asked; then one call at a time may try, and the first that succeeds closes it.
 */
public final class CircuitBreaker {
    private final int mostFailures;
    private final Duration pause;
    private final Clock clock;
    private int failures;
    private Instant openUntil = Instant.MIN;

    /** @param mostFailures in a row until it opens, at least 1 @param pause for how long */
    public CircuitBreaker(int mostFailures, Duration pause, Clock clock) {
        this.mostFailures = mostFailures;
        this.pause = pause;
        this.clock = clock;
    }

    /** Whether a call may be made now. When it has been open long enough, one caller is let through and the others wait on. */
    public synchronized boolean allows() {
        if (failures < mostFailures) {
            return true;
        }
        Instant now = clock.instant();
        if (now.isBefore(openUntil)) {
            return false;
        }
        openUntil = now.plus(pause);
        return true;
    }

    public synchronized void succeeded() {
        failures = 0;
    }

    public synchronized void failed() {
        failures++;
        if (failures >= mostFailures) {
            openUntil = clock.instant().plus(pause);
        }
    }
}
