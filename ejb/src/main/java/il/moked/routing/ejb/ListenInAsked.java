// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.util.List;

/**
 * A supervisor wants to hear a call, or no longer. The hook for telephony: an adapter whose exchange supports it observes
 * this after commit and sends its command for the call of that work item.
 *
 * @param begins false when he wants to hear it no longer
 */
public record ListenInAsked(long workItemId, Long interactionId, long supervisorId, boolean begins) implements DomainEvent, Audited {
    @Override
    public List<String> audience() {
        return List.of("agent:" + supervisorId);
    }

    @Override
    public String action() {
        return begins ? "routing.listen-in-asked" : "routing.listen-in-ended";
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
