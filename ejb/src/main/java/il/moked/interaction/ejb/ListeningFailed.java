// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.shared.DomainEvent;
import java.util.List;

/** The exchange did not let a supervisor hear a call. Nobody else is told that he wanted to. */
public record ListeningFailed(Long interactionId, long supervisorId) implements DomainEvent {
    @Override
    public List<String> audience() {
        return List.of("agent:" + supervisorId);
    }
}
