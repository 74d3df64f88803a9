// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.time.Instant;
import java.util.List;

/**
 * An agent accepted a call that did not reach him, and it is in its line again. He hears why he is not ready.
 *
 * @param extension where it should have reached him; null when he has none
 */
public record CallGivenBack(long workItemId, Long interactionId, long agentId, String extension, Instant at) implements DomainEvent, Audited {
    @Override
    public List<String> audience() {
        return List.of("agent:" + agentId);
    }

    @Override
    public String action() {
        return "routing.call-given-back";
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
        return agentId + (extension == null ? "" : " " + extension);
    }
}
