// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.util.List;

/** The colleague who was asked has answered by a note. */
public record ColleagueAnswered(Long interactionId, Long customerId, long askerId) implements DomainEvent, Audited {
    @Override
    public List<String> audience() {
        return List.of("interaction:" + interactionId, "agent:" + askerId);
    }

    @Override
    public String action() {
        return "interaction.colleague-answered";
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
        return Long.toString(askerId);
    }
}
