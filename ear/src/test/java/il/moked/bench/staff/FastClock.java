// SPDX-License-Identifier: Apache-2.0
package il.moked.bench.staff;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The product's one source of time, made faster: from {@link #start} on a second of the server's clock is several. So
 * targets, ageing, reserved moments and relaxation stand to the length of calls as they would on a real day, which they
 * would not if the calls alone were hurried. Lies among the libraries of the EAR, where all its parts see it.
 */
@ApplicationScoped
public class FastClock {
    private static volatile Pace pace = new Pace(0, 0, 1);

    /** What the fast clock showed at a moment of the real one, both in nanoseconds from when it began to run, and how fast it runs since. */
    private record Pace(long real, long shown, int speed) {
        long shows(long now) {
            return shown + (now - real) * speed;
        }
    }

    private static final Instant BEGAN = Instant.now();
    private static final long ORIGIN = System.nanoTime();

    /** @return the moment from which on it is fast, by itself */
    public static synchronized Instant start(int speed) {
        long real = System.nanoTime() - ORIGIN;
        pace = new Pace(real, pace.shows(real), speed);
        return instant(real);
    }

    private static Instant instant(long real) {
        Instant exact = BEGAN.plusNanos(pace.shows(real));
        return exact.minusNanos(exact.getNano() % 1000);
    }

    @Produces
    @ApplicationScoped
    @Alternative
    @Priority(Interceptor.Priority.APPLICATION)
    public Clock clock() {
        return new Fast(ZoneOffset.UTC);
    }

    /** In microseconds, as the product's. */
    public static class Fast extends Clock {
        private final ZoneId zone;

        public Fast(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Fast(other);
        }

        @Override
        public Instant instant() {
            return FastClock.instant(System.nanoTime() - ORIGIN);
        }
    }
}
