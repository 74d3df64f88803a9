// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/**
 * A supervisor was put through to a call to hear it. Told to the audit alone.
 *
 * @param heardId the agent who is heard, or null
 */
public record ListenInAsked(long workItemId, Long interactionId, long supervisorId, Long heardId) implements DomainEvent, Audited {
    @Override
    public String action() {
        return "routing.listen-in-asked";
    }

    @Override
    public String subject() {
        return "work-item";
    }

    @Override
    public Long subjectId() {
        return workItemId;
    }

    @Override
    public String detail() {
        return "agent " + heardId + ", interaction " + interactionId;
    }
}
