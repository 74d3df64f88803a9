// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.channel.Channel;
import java.util.OptionalDouble;

/**
 * How the contacts of one channel are served against their own targets. Whoever waits beyond his target counts as missed
 * although nobody served him yet: a channel that nobody looks at must not look well served.
 *
 * @param sums of the day
 * @param answeredLately in the time over which floor shares are counted, and up to a quarter of an hour more
 * @param overdue how many of the waiting wait beyond their targets
 * @param oldest wait ÷ target of who waits longest, null when nobody waits
 */
public record ChannelStanding(Channel channel, LineSums sums, long answeredLately, long waiting, long overdue, Double oldest) {
    /** The formula of {@link #attainment}, in the letters of the field: F6 with those who wait beyond T. */
    public static final String WRITTEN = "AN≤T / (AN + AB − s + W>T)";
    /** Somebody waits this many times his target, and nobody of the channel was answered meanwhile. */
    public static final double STARVED = 2;

    /** Share served in time, 0 to 1; empty when there was nobody whose turn should have come. */
    public OptionalDouble attainment() {
        ServiceCounts counts = sums.service();
        long all = counts.answered() + counts.abandoned() - counts.shortAbandons() + overdue;
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) counts.answeredInTime() / all);
    }

    /** Whether it goes to waste: people wait far beyond their targets and nobody answers any of them. */
    public boolean starving() {
        return overdue > 0 && answeredLately == 0 && oldest != null && oldest >= STARVED;
    }
}
