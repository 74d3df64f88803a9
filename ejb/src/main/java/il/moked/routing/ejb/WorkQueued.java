// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.shared.DomainEvent;
import java.util.List;

/** Something waits for a team, or somebody of it became free: whoever assigns should look. */
public record WorkQueued(long teamId) implements DomainEvent {
    @Override
    public List<String> audience() {
        return List.of();
    }
}
