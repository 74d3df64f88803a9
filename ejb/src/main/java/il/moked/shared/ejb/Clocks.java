// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The one source of time. */
@ApplicationScoped
public class Clocks {
    /** In microseconds, as the database keeps it: a moment written and read back is the same moment. */
    @Produces
    @ApplicationScoped
    public Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }
}
