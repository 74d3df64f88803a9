// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.channel.Channel;
import il.moked.customer.Segment;
import il.moked.shared.DomainEvent;
import java.time.Instant;
import java.util.List;

/**
 * The customer wrote, or waits on the telephone.
 *
 * @param messageId null when nothing was written
 * @param queueId the account's own line; the routing rules may know a better one
 * @param subject code of what it is about where the customer chose it from a menu, or null
 * @param chatSessionId the chat it was written in, or null
 */
public record MessageReceived(Long interactionId, Long messageId, boolean opened, long accountId, long queueId, Channel channel, Segment segment, Long customerId, String language, String subject, Long ownerId, Long chatSessionId,
        Instant at) implements DomainEvent {
    /** A new conversation concerns no agent yet, it is told when it is offered; its chat window learns that it waits. */
    @Override
    public List<String> audience() {
        if (!opened) {
            return List.of("interaction:" + interactionId);
        }
        return chatSessionId == null ? List.of() : List.of("chat:" + chatSessionId);
    }
}
