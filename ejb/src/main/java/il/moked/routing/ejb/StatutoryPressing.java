// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.shared.DomainEvent;
import java.util.List;

/** The last third of a limit of the law began and no person has answered yet. Told once for each clock. */
public record StatutoryPressing(Long interactionId) implements DomainEvent {
    @Override
    public List<String> audience() {
        return List.of("wall");
    }
}
