// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.channel.Channel;
import il.moked.customer.Segment;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;

/**
 * What contacts are counted by.
 *
 * @param quarter start of the quarter of an hour, see {@link #quarterOf}
 */
@Embeddable
public record LineKey(Instant quarter, @Column(name = "queue_id") long queueId, @Enumerated(EnumType.STRING) Channel channel, @Enumerated(EnumType.STRING) Segment segment) {
    public static final Duration QUARTER = Duration.ofMinutes(15);

    /** Quarters of an hour begin at the same moments in every time zone in use. */
    public static Instant quarterOf(Instant moment) {
        long seconds = QUARTER.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds) * seconds);
    }
}
