// SPDX-License-Identifier: Apache-2.0
package il.moked.agent.ejb;

import il.moked.access.ejb.Audited;
import il.moked.agent.Presence;
import il.moked.shared.DomainEvent;
import java.util.List;

/** An agent became available, went away or left. */
public record PresenceChanged(long agentId, long teamId, Presence presence) implements DomainEvent, Audited {
    @Override
    public List<String> audience() {
        return List.of("agent:" + agentId, "wall");
    }

    @Override
    public String action() {
        return "agent.presence-changed";
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
        return presence.name();
    }
}
