// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.channel.Channel;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many contacts of each channel were offered in the window of the {@link FloorShare}, by the minute. */
public final class OfferedShares {
    private static final long SECONDS = 60;

    private record Minute(long number, int[] offered) {
    }

    private final Deque<Minute> minutes = new ArrayDeque<>();
    private final int[] sums = new int[Channel.values().length];
    private int all;

    void offered(Channel channel, Instant now) {
        long number = number(now);
        if (minutes.isEmpty() || minutes.getLast().number() < number) {
            minutes.addLast(new Minute(number, new int[sums.length]));
        }
        minutes.getLast().offered()[channel.ordinal()]++;
        sums[channel.ordinal()]++;
        all++;
    }

    /** Whether the channel is one whole contact or more behind its floor. */
    boolean owed(Channel channel, FloorShare floor, Instant now) {
        forget(number(now) - floor.window().toMinutes());
        return floor.of(channel) * all - sums[channel.ordinal()] >= 1;
    }

    private void forget(long upTo) {
        while (!minutes.isEmpty() && minutes.getFirst().number() <= upTo) {
            int[] old = minutes.removeFirst().offered();
            for (int channel = 0; channel < old.length; channel++) {
                sums[channel] -= old[channel];
                all -= old[channel];
            }
        }
    }

    private static long number(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), SECONDS);
    }
}
