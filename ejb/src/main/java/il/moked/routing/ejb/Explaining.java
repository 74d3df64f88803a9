// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.routing.AgentsAtWork;
import il.moked.routing.Decision;
import il.moked.routing.Router;
import il.moked.routing.RoutingDecisions;
import il.moked.routing.RoutingPolicy;
import il.moked.routing.WaitingItem;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.routing.WorkLines;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers "why did X get it" from the records, and "why is this still here" by asking the router again. */
@Stateless
@RolesAllowed(Role.SUPERVISOR)
public class Explaining {
    private static final int MOST = 50;

    @Inject
    WorkItems workItems;
    @Inject
    RoutingDecisions decisions;
    @Inject
    LineChoice choice;
    @Inject
    WorkLines lines;
    @Inject
    AgentsAtWork atWork;
    @Inject
    OfferedLately offered;
    @Inject
    Clock clock;

    /** Newest first. */
    public List<Decision> decisionsOf(long workItemId) {
        return decisions.of(workItemId, MOST);
    }

    /**
     * What would be decided about a waiting item now: a round as the router's, over the same lines, and nothing of it done.
     * When that round has nobody for it, what remains for it after all that is served before it, looking at everybody
     * available in its team. Empty when it does not wait.
     */
    public Optional<Decision> now(long workItemId) {
        return workItems.find(workItemId).filter(item -> item.state() == WorkItem.State.WAITING).map(item -> {
            RoutingPolicy policy = choice.policy();
            long team = workItems.teamOf(item.queueId());
            Router router = new Router(policy, offered.of(team), atWork.available(team), agent -> atWork.summingUp(team, agent), clock.instant());
            return router.round(lines.of(team, policy.backOff()), Set.of(), Integer.MAX_VALUE).stream().filter(decision -> decision.item().id() == workItemId).findFirst()
                    .orElseGet(() -> router.explain(WaitingItem.of(item, policy.backOff())));
        });
    }
}
