// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** An agent sits at another telephone: calls that are answered there are his from now on. */
public record SeatTaken(long agentId, String before, String extension) implements DomainEvent, Audited {
    @Override
    public String action() {
        return "telephony.seat-taken";
    }

    @Override
    public String subject() {
        return "agent";
    }

    @Override
    public Long subjectId() {
        return agentId;
    }

    @Override
    public String detail() {
        return (before == null ? "–" : before) + " → " + (extension == null ? "–" : extension);
    }
}
