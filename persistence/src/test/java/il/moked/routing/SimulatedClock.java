// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that jumps from event to event and never back. */
final class SimulatedClock extends Clock {
    private Instant now;

    SimulatedClock(Instant start) {
        now = start;
    }

    void jumpTo(Instant moment) {
        if (moment.isBefore(now)) {
            throw new IllegalStateException("Time does not run back: " + now + " to " + moment);
        }
        now = moment;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
