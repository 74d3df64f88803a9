// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import il.moked.customer.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is counted of a visit.
 *
 * @param reasonId id @param segment null when nobody is known @param arrivedAt null when he was never at the door @param servedAt null when nobody served him @param endedAt null while he is there
 * @param redirectedTo id of the branch he went to, or null
 */
public record ArrivalFacts(long id, long reasonId, Segment segment, Arrival.State state, Arrival.How how, Instant arrivedAt, Instant servedAt, Instant endedAt, boolean exceptional, Long redirectedTo) {
    /** From the door to the counter; empty when he was not served. */
    public Optional<Duration> waited() {
        return arrivedAt == null || servedAt == null ? Optional.empty() : Optional.of(Duration.between(arrivedAt, servedAt));
    }

    /** At the counter; empty until he left it. */
    public Optional<Duration> service() {
        return servedAt == null || endedAt == null || state != Arrival.State.DONE ? Optional.empty() : Optional.of(Duration.between(servedAt, endedAt));
    }

    /** He was at the door and left without having been served. */
    public boolean lost() {
        return arrivedAt != null && (state == Arrival.State.LEFT || state == Arrival.State.NO_SHOW);
    }
}
