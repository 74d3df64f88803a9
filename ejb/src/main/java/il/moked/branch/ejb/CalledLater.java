// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.util.List;

/** It was agreed with somebody at a counter that he will be called. @param interactionId his visit @param subjectId the conversation of the call */
public record CalledLater(Long interactionId, Long customerId, Long subjectId, String detail) implements DomainEvent, Audited {
    @Override
    public List<String> audience() {
        return List.of("interaction:" + interactionId);
    }

    @Override
    public String action() {
        return "branch.handed-to-phone";
    }

    @Override
    public String subject() {
        return "interaction";
    }
}
