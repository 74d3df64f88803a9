// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.util.List;

/** A conversation was closed with a wrap-up reason. */
public record InteractionClosed(Long interactionId, Long customerId, Long ownerId, String reason) implements DomainEvent, Audited {
    @Override
    public List<String> audience() {
        return List.of("interaction:" + interactionId);
    }

    @Override
    public String action() {
        return "interaction.closed";
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
        return reason;
    }
}
