// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.channel.Channel;
import il.moked.customer.Segment;
import il.moked.shared.DomainEvent;
import java.time.Instant;
import java.util.List;

/**
 * The customer wrote.
 *
 * @param chatSessionId the chat it was written in, or null
 */
public record MessageReceived(Long interactionId, long messageId, boolean opened, long queueId, Channel channel, Segment segment, Long ownerId, Long chatSessionId, Instant at) implements DomainEvent {
    /** A new conversation concerns no agent yet, it is told when it is offered; its chat window learns that it waits. */
    @Override
    public List<String> audience() {
        if (!opened) {
            return List.of("interaction:" + interactionId);
        }
        return chatSessionId == null ? List.of() : List.of("chat:" + chatSessionId);
    }
}
