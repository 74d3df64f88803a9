// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.shared.DomainEvent;
import java.util.List;

/** The visitor of a chat writes; only whoever serves him is told. */
public record ChatTyped(Long interactionId, long ownerId) implements DomainEvent {
    @Override
    public List<String> audience() {
        return List.of("agent:" + ownerId);
    }
}
