// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.agent.Agents;
import il.moked.routing.AgentAtWork;
import il.moked.routing.AgentsAtWork;
import il.moked.routing.Decision;
import il.moked.routing.Router;
import il.moked.routing.RoutingDecisions;
import il.moked.routing.RoutingPolicy;
import il.moked.routing.WaitingLines;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.routing.WorkLines;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One round of {@link Assignment}, in one transaction. */
@Stateless
@RolesAllowed(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OfferingRound {
    /** A transaction that holds more items and agents keeps others waiting. */
    private static final int MOST_OFFERS = 100;

    @Inject
    WorkItems workItems;
    @Inject
    WorkLines lines;
    @Inject
    AgentsAtWork atWork;
    @Inject
    LineChoice choice;
    @Inject
    Instance<AtCounters> counters;
    @Inject
    OfferedLately offered;
    @Inject
    RoutingDecisions reasons;
    @Inject
    Agents agents;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /**
     * @param offered what was offered in fact
     * @param missed ids of items that were decided on, and that somebody else has locked or taken
     * @param full whether an agent had no room any more for what was decided
     */
    public record Result(List<Decision> offered, Set<Long> missed, boolean full) {
        private static final Result NOTHING = new Result(List.of(), Set.of(), false);

        boolean anything() {
            return !offered.isEmpty() || !missed.isEmpty() || full;
        }
    }

    /**
     * The router decides over the lines of all queues of the team; then each item is claimed, and each agent's capacity, by
     * the order of ids. Nothing is waited for but an agent another node is just reserving.
     *
     * @param leftOut ids of items that are not looked at
     */
    public Result offer(long teamId, Set<Long> leftOut) {
        Instant now = clock.instant();
        RoutingPolicy policy = choice.policy();
        Optional<Set<Long>> slack = counters.get().slack(teamId);
        WaitingLines all = lines.of(teamId, policy.backOff());
        WaitingLines waiting = slack.isPresent() ? new WrittenOnly(all) : all;
        if (waiting.lines().isEmpty()) {
            return Result.NOTHING;
        }
        List<AgentAtWork> free = atWork.free(teamId, waiting.lines()).stream().filter(agent -> slack.isEmpty() || slack.get().contains(agent.id())).toList();
        if (free.isEmpty()) {
            return Result.NOTHING;
        }
        List<Decision> decisions = new Router(policy, offered.of(teamId), free, agent -> atWork.summingUp(teamId, agent), now).round(waiting, leftOut, MOST_OFFERS);
        Map<Long, WorkItem> claimed = workItems.claim(decisions.stream().map(decision -> decision.item().id()).toList()).stream().collect(Collectors.toMap(WorkItem::id, Function.identity()));
        Map<Long, List<Decision>> byAgent = decisions.stream().filter(decision -> claimed.containsKey(decision.item().id())).collect(Collectors.groupingBy(Decision::agentId, TreeMap::new, Collectors.toList()));
        List<Decision> made = new ArrayList<>();
        byAgent.forEach((agent, share) -> {
            // letters first: they do not keep a caller out, a caller keeps them out
            made.addAll(offer(agent, share, true, claimed, now));
            made.addAll(offer(agent, share, false, claimed, now));
        });
        Set<Long> missed = decisions.stream().map(decision -> decision.item().id()).collect(Collectors.toCollection(HashSet::new));
        missed.removeAll(claimed.keySet());
        return new Result(made, missed, made.size() < claimed.size());
    }

    private List<Decision> offer(long agentId, List<Decision> share, boolean interruptible, Map<Long, WorkItem> claimed, Instant now) {
        List<Decision> kind = share.stream().filter(decision -> decision.item().weight().interruptible() == interruptible).toList();
        int units = kind.stream().mapToInt(decision -> decision.item().weight().units()).sum();
        if (kind.isEmpty() || !agents.reserve(agentId, interruptible ? 0 : units, interruptible ? units : 0, now)) {
            return List.of();
        }
        for (Decision decision : kind) {
            WorkItem item = claimed.get(decision.item().id());
            item.offerTo(agentId, now, choice.offerStands());
            reasons.add(decision);
            events.tell(new WorkOffered(item.id(), item.interactionId(), agentId));
        }
        return kind;
    }
}
