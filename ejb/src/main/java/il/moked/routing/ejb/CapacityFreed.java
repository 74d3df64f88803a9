// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.shared.DomainEvent;
import java.util.List;

/** A call that is over takes nothing of its agent any more. */
public record CapacityFreed(Long interactionId, long agentId) implements DomainEvent {
    @Override
    public List<String> audience() {
        return List.of("agent:" + agentId, "wall");
    }
}
