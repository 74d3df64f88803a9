// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.util.List;

/** A conversation has a new owner by a person's decision: taken over, reopened, or handed over by a colleague. */
public record OwnerTaken(Long interactionId, Long customerId, long ownerId, String action) implements DomainEvent, Audited {
    @Override
    public List<String> audience() {
        return List.of("interaction:" + interactionId, "agent:" + ownerId);
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
        return Long.toString(ownerId);
    }
}
