// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.time.Instant;
import java.util.List;

/**
 * A customer will be called.
 *
 * @param from when he picked a moment; null when it is as soon as it is his turn
 */
public record CallbackPromised(long workItemId, Long interactionId, Instant from, Instant at) implements DomainEvent, Audited {
    @Override
    public List<String> audience() {
        return List.of("interaction:" + interactionId, "wall");
    }

    @Override
    public String action() {
        return "routing.callback-promised";
    }

    @Override
    public String subject() {
        return "interaction";
    }

    @Override
    public Long subjectId() {
        return interactionId;
    }

    @Override
    public String detail() {
        return from == null ? null : from.toString();
    }
}
