// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;

/**
 * The time in which a target runs: that of the clock, or the hours of a business calendar. When a contact is late and how
 * long it waited are measured in the same.
 *
 * @param calendarCode null: the clock
 */
public record TargetTime(String calendarCode, BusinessCalendar calendar) {
    public static final TargetTime CLOCK = new TargetTime(null, null);

    public TargetTime {
        if ((calendarCode == null) != (calendar == null)) {
            throw new IllegalArgumentException("A calendar and its code");
        }
    }

    /** The last moment that is in time. */
    public Instant late(Instant since, Duration target) {
        return calendar == null ? since.plus(target) : calendar.add(since, target);
    }

    /** How much of this time lies between the two; not negative, a clock may have been set back. */
    public Duration between(Instant since, Instant at) {
        Duration time = calendar == null ? Duration.between(since, at) : calendar.between(since, at);
        return time.isNegative() ? Duration.ZERO : time;
    }
}
