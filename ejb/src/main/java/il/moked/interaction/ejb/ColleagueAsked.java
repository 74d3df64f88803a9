// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.util.List;

/** A colleague is asked about a conversation; its owner keeps it. */
public record ColleagueAsked(Long interactionId, Long customerId, long colleagueId) implements DomainEvent, Audited {
    @Override
    public List<String> audience() {
        return List.of("interaction:" + interactionId, "agent:" + colleagueId);
    }

    @Override
    public String action() {
        return "interaction.colleague-asked";
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
        return Long.toString(colleagueId);
    }
}
