// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.shared.DomainEvent;
import java.util.List;

/**
 * Something about a call is other than before: whoever has it before him should look.
 *
 * @param callId 0 when the conversation has no call, or not yet
 * @param ownerId the agent whose conversation it is, or null
 */
public record CallChanged(Long interactionId, long callId, Long ownerId) implements DomainEvent {
    @Override
    public List<String> audience() {
        return ownerId == null ? List.of("interaction:" + interactionId) : List.of("interaction:" + interactionId, "agent:" + ownerId);
    }
}
