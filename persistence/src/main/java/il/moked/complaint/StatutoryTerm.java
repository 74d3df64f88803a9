// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The time a regulator gives for deciding a complaint (Bank of Israel, directive 308A): calendar days from the day of receipt,
 * by the calendar of the place, weekends and holidays included. Nothing makes it stop but the decision.
 */
public record StatutoryTerm(Instant receivedAt, ZoneId zone) {
    public static final int DAYS = 45;
    /** Days after which it is warned of. */
    public static final List<Integer> WARNED_AFTER = List.of(30, 40);

    /** The end of the last day, exclusive. */
    public Instant dueAt() {
        return startOf(DAYS + 1);
    }

    /** The next moment at which something is to be said. @param warned how many warnings were given */
    public Optional<Instant> watchAt(int warned, boolean overdue) {
        return overdue ? Optional.empty() : Optional.of(warned < WARNED_AFTER.size() ? startOf(WARNED_AFTER.get(warned)) : dueAt());
    }

    /** Calendar days since that of receipt, which is day 0; up to {@link #DAYS} is in time. */
    public int dayOf(Instant at) {
        return (int) ChronoUnit.DAYS.between(LocalDate.ofInstant(receivedAt, zone), LocalDate.ofInstant(at, zone));
    }

    private Instant startOf(int day) {
        return LocalDate.ofInstant(receivedAt, zone).plusDays(day).atStartOfDay(zone).toInstant();
    }
}
