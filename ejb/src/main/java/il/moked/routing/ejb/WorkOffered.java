// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.shared.DomainEvent;
import java.util.List;

/** Work was offered to an agent. */
public record WorkOffered(long workItemId, Long interactionId, long agentId) implements DomainEvent {
    @Override
    public List<String> audience() {
        return List.of("agent:" + agentId, "wall");
    }
}
