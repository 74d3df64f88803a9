// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.channel.Channel;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many contacts of each channel were offered in the window of the {@link FloorShare}, by the minute. An offer that
 * nobody accepted is taken out again: the channel was not served by it.
 */
public final class OfferedShares {
    private static final long SECONDS = 60;

    private record Minute(long number, int[] offered) {
    }

    private final Deque<Minute> minutes = new ArrayDeque<>();
    private final int[] sums = new int[Channel.values().length];
    private int all;

    public synchronized void offered(Channel channel, Instant now) {
        long number = number(now);
        if (minutes.isEmpty() || minutes.getLast().number() < number) {
            minutes.addLast(new Minute(number, new int[sums.length]));
        }
        minutes.getLast().offered()[channel.ordinal()]++;
        sums[channel.ordinal()]++;
        all++;
    }

    /** The offer made then was declined, missed or withdrawn. */
    public synchronized void returned(Channel channel, Instant offeredAt) {
        long number = number(offeredAt);
        for (Minute minute : minutes) {
            if (minute.number() == number && minute.offered()[channel.ordinal()] > 0) {
                minute.offered()[channel.ordinal()]--;
                sums[channel.ordinal()]--;
                all--;
            }
        }
    }

    /** As it is counted for that floor now. */
    synchronized OfferedShares copy(FloorShare floor, Instant now) {
        forget(number(now) - floor.window().toMinutes());
        OfferedShares copy = new OfferedShares();
        minutes.forEach(minute -> copy.minutes.add(new Minute(minute.number(), minute.offered().clone())));
        System.arraycopy(sums, 0, copy.sums, 0, sums.length);
        copy.all = all;
        return copy;
    }

    /** Whether the channel is one whole contact or more behind its floor. */
    synchronized boolean owed(Channel channel, FloorShare floor, Instant now) {
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
