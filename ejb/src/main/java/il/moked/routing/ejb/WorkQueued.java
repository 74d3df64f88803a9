// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.shared.DomainEvent;
import java.util.List;

/** Something waits in a line, or somebody became free for it: whoever assigns should look. */
public record WorkQueued(long queueId, long teamId) implements DomainEvent {
    @Override
    public List<String> audience() {
        return List.of();
    }
}
