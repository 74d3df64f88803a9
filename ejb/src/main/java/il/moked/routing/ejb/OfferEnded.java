// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.util.List;

/** An offer was accepted, declined, missed or withdrawn. */
public record OfferEnded(long workItemId, Long interactionId, long agentId, String action) implements DomainEvent, Audited {
    @Override
    public List<String> audience() {
        return List.of("agent:" + agentId, "interaction:" + interactionId, "wall");
    }

    @Override
    public String subject() {
        return "work-item";
    }

    @Override
    public Long subjectId() {
        return workItemId;
    }
}
