// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The one source of time. */
@ApplicationScoped
public class Clocks {
    /** In microseconds, as the database keeps it: a moment written and read back is the same moment. */
    @Produces
    @ApplicationScoped
    public Clock clock() {
        return new InMicroseconds(ZoneOffset.UTC);
    }

    /** {@link Clock#tick} cannot do it: asked for milliseconds it divides by zero. */
    private static final class InMicroseconds extends Clock {
        private final Clock system = Clock.systemUTC();
        private final ZoneId zone;

        InMicroseconds(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new InMicroseconds(other);
        }

        @Override
        public Instant instant() {
            return system.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }
}
