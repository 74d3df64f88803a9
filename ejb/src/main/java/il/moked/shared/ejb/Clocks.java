// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The one source of time. */
@ApplicationScoped
public class Clocks {
    @Produces
    @ApplicationScoped
    public Clock clock() {
        return new Microseconds(Clock.systemUTC());
    }

    /**
     * In microseconds, as the database keeps it: a moment written and read back is the same moment. {@link Clock#tick} would
     * do, but its {@code millis()} divides by zero when it ticks faster than a millisecond.
     */
    static final class Microseconds extends Clock {
        private final Clock exact;

        Microseconds(Clock exact) {
            this.exact = exact;
        }

        @Override
        public ZoneId getZone() {
            return exact.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new Microseconds(exact.withZone(zone));
        }

        @Override
        public Instant instant() {
            return exact.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }
}
