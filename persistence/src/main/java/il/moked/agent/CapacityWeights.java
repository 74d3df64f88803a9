// SPDX-License-Identifier: Apache-2.0
package il.moked.agent;

import il.moked.channel.Channel;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much of an agent a contact of each channel takes. The administrator may set any of them; a channel he has not set
 * takes what {@link Channel#weight()} says and is primary when the customer is there, waiting.
 */
public record CapacityWeights(Map<Channel, WorkWeight> set) {
    public static final CapacityWeights DEFAULT = new CapacityWeights(Map.of());

    public CapacityWeights {
        set = Map.copyOf(set);
    }

    public WorkWeight of(Channel channel) {
        WorkWeight own = set.get(channel);
        return own == null ? new WorkWeight(channel.weight(), !channel.live()) : own;
    }

    public CapacityWeights with(Channel channel, WorkWeight weight) {
        Map<Channel, WorkWeight> changed = new EnumMap<>(Channel.class);
        changed.putAll(set);
        changed.put(channel, weight);
        return new CapacityWeights(changed);
    }
}
