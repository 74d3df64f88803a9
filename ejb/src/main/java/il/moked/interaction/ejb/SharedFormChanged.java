// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.shared.DomainEvent;
import java.util.List;

/** Somebody filled in a field of the form beside a chat, or it was opened or ended. */
public record SharedFormChanged(Long interactionId) implements DomainEvent {
    @Override
    public List<String> audience() {
        return List.of("interaction:" + interactionId);
    }
}
