// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.util.List;

/** Somebody opened, noted, identified or took over a conversation: written to the audit, told to whoever has it before him. */
public record InteractionActed(Long interactionId, Long customerId, String action, boolean changesIt) implements DomainEvent, Audited {
    @Override
    public List<String> audience() {
        return changesIt ? List.of("interaction:" + interactionId) : List.of();
    }

    @Override
    public String subject() {
        return "interaction";
    }

    @Override
    public Long subjectId() {
        return interactionId;
    }
}
