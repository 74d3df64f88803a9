// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.shared.DomainEvent;
import java.util.List;

/** What the visitor of a chat has of our messages went further; only whoever serves him is told. */
public record ChatGot(Long interactionId, long ownerId) implements DomainEvent {
    @Override
    public List<String> audience() {
        return List.of("agent:" + ownerId);
    }
}
