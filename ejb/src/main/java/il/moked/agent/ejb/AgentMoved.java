// SPDX-License-Identifier: Apache-2.0
package il.moked.agent.ejb;

import il.moked.access.ejb.SetUpChange;
import il.moked.shared.DomainEvent;
import java.util.List;

/** A supervisor moved an agent to another team. */
public record AgentMoved(long agentId, long fromTeamId, long teamId) implements DomainEvent, SetUpChange {
    @Override
    public List<String> audience() {
        return List.of("agent:" + agentId, "wall");
    }

    @Override
    public String action() {
        return "agent.moved";
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
        return fromTeamId + " > " + teamId;
    }
}
