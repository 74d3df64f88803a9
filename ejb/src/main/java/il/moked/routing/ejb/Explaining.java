// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.agent.Agents;
import il.moked.agent.SkillProfile;
import il.moked.routing.AgentAtWork;
import il.moked.routing.Decision;
import il.moked.routing.Router;
import il.moked.routing.RoutingDecisions;
import il.moked.routing.RoutingPolicy;
import il.moked.routing.WaitingItem;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers "why did X get it" from the records, and "why is this still here" by asking the router again. */
@Stateless
@RolesAllowed(Role.SUPERVISOR)
public class Explaining {
    private static final int MOST = 50;
    private static final int MOST_AGENTS = 1000;

    @Inject
    WorkItems workItems;
    @Inject
    RoutingDecisions decisions;
    @Inject
    LineChoice choice;
    @Inject
    Agents agents;
    @Inject
    Clock clock;

    /** Newest first. */
    public List<Decision> decisionsOf(long workItemId) {
        return decisions.of(workItemId, MOST);
    }

    /** What would be decided about a waiting item now, looking at everybody available in its team; empty when it does not wait. */
    public Optional<Decision> now(long workItemId) {
        return workItems.find(workItemId).filter(item -> item.state() == WorkItem.State.WAITING).flatMap(item -> {
            RoutingPolicy policy = choice.policy();
            Instant now = clock.instant();
            long team = workItems.teamOf(item.queueId());
            Map<Long, SkillProfile> skills = agents.skills(team);
            Router router = new Router(policy);
            agents.available(team, MOST_AGENTS).forEach(agent -> router.atWork(new AgentAtWork(agent.id(), Set.of(item.queueId()), skills.getOrDefault(agent.id(), SkillProfile.NONE), agent.capacity(), agent.idleSince()), now));
            router.queue(WaitingItem.of(item, policy.backOff()), now);
            return router.explain(item.id(), now);
        });
    }
}
