// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.channel.Channel;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * The guard against starvation: of the contacts offered in a stretch of time a channel gets at least its floor share, as
 * long as contacts of it wait beyond their target (field-study d.4). Due time alone already ignores the channel; the
 * floor holds when targets were set so that one channel is always due first.
 *
 * @param least share of each channel, 0 to 1, together at most 1; a channel not named has none
 * @param window over which shares are counted, whole minutes
 */
public record FloorShare(Map<Channel, Double> least, Duration window) {
    public static final FloorShare NONE = new FloorShare(Map.of(), Duration.ofMinutes(15));

    public FloorShare {
        least = Map.copyOf(least);
        if (least.values().stream().anyMatch(share -> share < 0) || least.values().stream().mapToDouble(Double::doubleValue).sum() > 1) {
            throw new IllegalArgumentException("Floor shares are parts of one whole");
        }
        if (window.toMinutes() < 1) {
            throw new IllegalArgumentException("Shares are counted over minutes");
        }
    }

    /** The same share for every channel, over 15 minutes. */
    public static FloorShare each(double share) {
        Map<Channel, Double> least = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            least.put(channel, share);
        }
        return new FloorShare(least, Duration.ofMinutes(15));
    }

    public double of(Channel channel) {
        return least.getOrDefault(channel, 0.0);
    }
}
