// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.channel.Channel;
import il.moked.customer.Segment;
import il.moked.shared.DomainEvent;
import java.time.Instant;
import java.util.List;

/** The customer wrote. */
public record MessageReceived(Long interactionId, long messageId, boolean opened, long queueId, Channel channel, Segment segment, Long ownerId, Instant at) implements DomainEvent {
    /** A new conversation concerns nobody yet: it is told when it is offered. */
    @Override
    public List<String> audience() {
        return opened ? List.of() : List.of("interaction:" + interactionId);
    }
}
