// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.channel.Channel;
import il.moked.customer.Segment;
import il.moked.shared.DomainEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An agent took a contact: the customer waits no longer.
 *
 * @param target of the customer's service level, from {@code waitingSince}
 * @param waitingSince when the customer began to wait
 */
public record WorkServed(long workItemId, Long interactionId, long queueId, Channel channel, Segment segment, Duration target, Instant waitingSince, long agentId, Instant at) implements DomainEvent {
    @Override
    public List<String> audience() {
        return List.of("wall");
    }
}
