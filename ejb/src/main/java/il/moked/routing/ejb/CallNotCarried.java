// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.time.Instant;
import java.util.List;

/** An agent accepted a call that no exchange came to put through, and it is in its line again. He hears that, and stays ready. */
public record CallNotCarried(long workItemId, Long interactionId, long agentId, Instant at) implements DomainEvent, Audited {
    @Override
    public List<String> audience() {
        return List.of("agent:" + agentId);
    }

    @Override
    public String action() {
        return "routing.call-not-carried";
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
        return Long.toString(agentId);
    }
}
