// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.ejb.Audited;
import il.moked.customer.Segment;
import il.moked.shared.DomainEvent;
import java.time.Instant;
import java.util.List;

/** A conversation goes back to a line. It keeps the age of the customer's wait, so hops cannot hide delay. */
public record HandedToTeam(Long interactionId, Long customerId, long teamId, Segment segment, Instant waitingSince) implements DomainEvent, Audited {
    @Override
    public List<String> audience() {
        return List.of("interaction:" + interactionId);
    }

    @Override
    public String action() {
        return "interaction.handed-to-team";
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
        return Long.toString(teamId);
    }
}
