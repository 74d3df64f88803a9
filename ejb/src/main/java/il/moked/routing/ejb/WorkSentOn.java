// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.shared.DomainEvent;
import java.time.Instant;
import java.util.List;

/** The customer was sent to another place before anybody served him here: he did not give up. */
public record WorkSentOn(long workItemId, Long interactionId, long queueId, Instant at) implements DomainEvent {
    @Override
    public List<String> audience() {
        return List.of("wall");
    }
}
