// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.ejb.Audited;
import il.moked.channel.Channel;
import il.moked.shared.DomainEvent;
import java.util.List;

/** The owner answered the customer. */
public record ReplyWritten(Long interactionId, long messageId, Channel channel, Long customerId) implements DomainEvent, Audited {
    @Override
    public List<String> audience() {
        return List.of("interaction:" + interactionId);
    }

    @Override
    public String action() {
        return "interaction.replied";
    }

    @Override
    public String subject() {
        return "interaction";
    }

    @Override
    public Long subjectId() {
        return interactionId;
    }
}
