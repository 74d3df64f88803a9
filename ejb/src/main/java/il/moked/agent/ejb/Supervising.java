// SPDX-License-Identifier: Apache-2.0
package il.moked.agent.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.agent.Agent;
import il.moked.agent.Agents;
import il.moked.agent.AwayReason;
import il.moked.shared.NotFoundException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** What a supervisor decides about the people: whether they are offered work, and in which team they serve. */
@Stateless
@RolesAllowed(Role.SUPERVISOR)
public class Supervising {
    @Inject
    Agents agents;
    @Inject
    StaffUsers users;
    @Inject
    WrapUps wrapUps;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** For one who forgot to come back from a break; he can go away again. */
    public void available(long agentId) {
        Agent agent = get(agentId);
        wrapUps.leave(agent);
        agent.available(clock.instant());
        changed(agent);
    }

    public void away(long agentId, AwayReason reason) {
        Agent agent = get(agentId);
        wrapUps.leave(agent);
        agent.away(reason == null || !reason.chosen() ? AwayReason.ADMINISTRATION : reason, clock.instant());
        changed(agent);
    }

    /** From now on he is offered what waits for that team; what he serves stays with him. */
    public void moveTo(long agentId, long teamId) {
        Agent agent = get(agentId);
        Team team = users.team(teamId);
        StaffUser user = users.get(agentId);
        long from = agent.teamId();
        if (from == team.id()) {
            return;
        }
        agent.joins(team);
        user.joins(team);
        events.tell(new AgentMoved(agentId, from, team.id()));
        changed(agent);
    }

    private Agent get(long agentId) {
        return agents.findLocked(agentId).orElseThrow(() -> new NotFoundException("access.unknown-user"));
    }

    private void changed(Agent agent) {
        events.tell(new PresenceChanged(agent.id(), agent.teamId(), agent.presence()));
    }
}
