// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.shared.DomainEvent;
import java.util.List;

/** A file that the provider kept for us is at its message now, or is known never to come. */
public record FileArrived(Long interactionId, long messageId) implements DomainEvent {
    @Override
    public List<String> audience() {
        return List.of("interaction:" + interactionId);
    }
}
