// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.agent.Agents;
import il.moked.agent.Agents.Available;
import il.moked.agent.AwayReason;
import il.moked.agent.SkillProfile;
import il.moked.agent.ejb.PresenceChanged;
import il.moked.routing.AgentAtWork;
import il.moked.routing.Decision;
import il.moked.routing.Router;
import il.moked.routing.RoutingDecisions;
import il.moked.routing.RoutingPolicy;
import il.moked.routing.WaitingItem;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.routing.WorkLines;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Offers what waits to who is free, as the {@link Router} decides. An item is locked while it is offered and an agent's
 * capacity is taken by a conditional update, so no two deciders, on whatever node, can offer one item twice or fill an
 * agent beyond his capacity.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class Assignment {
    private static final int BATCH = 50;
    /** Items looked at of each line in one round. */
    private static final int HEADS = 20;
    private static final int MOST_AGENTS = 1000;

    @Inject
    WorkItems workItems;
    @Inject
    WorkLines lines;
    @Inject
    LineChoice choice;
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
     * One round: the router decides over the heads of the queue's lines; then each agent's capacity is taken, and each
     * item, by a conditional update. What another node took meanwhile is left out.
     *
     * @return whether another round at once may offer more
     */
    public boolean assign(long queueId) {
        long team = workItems.teamOf(queueId);
        List<Available> available = agents.available(team, MOST_AGENTS);
        if (available.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        RoutingPolicy policy = choice.policy();
        List<WaitingItem> heads = lines.heads(queueId, HEADS, policy.backOff());
        if (heads.isEmpty()) {
            return false;
        }
        List<Decision> decisions = decide(queueId, team, available, heads, policy, now);
        Map<Long, WorkItem> claimed = workItems.claim(decisions.stream().map(decision -> decision.item().id()).toList()).stream().collect(Collectors.toMap(WorkItem::id, Function.identity()));
        Map<Long, List<Decision>> byAgent = decisions.stream().filter(decision -> claimed.containsKey(decision.item().id())).collect(Collectors.groupingBy(Decision::agentId, LinkedHashMap::new, Collectors.toList()));
        boolean somebodyChanged = claimed.size() < decisions.size();
        for (Map.Entry<Long, List<Decision>> share : byAgent.entrySet()) {
            // letters first: they do not keep a caller out, a caller keeps them out
            somebodyChanged |= !offer(share.getKey(), share.getValue(), true, claimed, now);
            somebodyChanged |= !offer(share.getKey(), share.getValue(), false, claimed, now);
        }
        return !decisions.isEmpty() && (somebodyChanged || decisions.size() >= HEADS);
    }

    private List<Decision> decide(long queueId, long team, List<Available> available, List<WaitingItem> heads, RoutingPolicy policy, Instant now) {
        Map<Long, SkillProfile> skills = agents.skills(team);
        return offered.with(queueId, shares -> {
            Router router = new Router(policy, shares);
            available.forEach(agent -> router.atWork(new AgentAtWork(agent.id(), Set.of(queueId), skills.getOrDefault(agent.id(), SkillProfile.NONE), agent.capacity(), agent.idleSince()), now));
            heads.forEach(item -> router.queue(item, now));
            return router.decide(now);
        });
    }

    private boolean offer(long agentId, List<Decision> share, boolean interruptible, Map<Long, WorkItem> claimed, Instant now) {
        List<Decision> kind = share.stream().filter(decision -> decision.item().weight().interruptible() == interruptible).toList();
        int units = kind.stream().mapToInt(decision -> decision.item().weight().units()).sum();
        if (kind.isEmpty()) {
            return true;
        }
        if (!agents.reserve(agentId, interruptible ? 0 : units, interruptible ? units : 0, now)) {
            return false;
        }
        for (Decision decision : kind) {
            WorkItem item = claimed.get(decision.item().id());
            item.offerTo(agentId, now, choice.offerStands());
            reasons.add(decision);
            events.tell(new WorkOffered(item.id(), item.interactionId(), agentId));
        }
        return true;
    }

    /** Offers that were not answered go back to the line, and whoever missed them is away until he says otherwise. */
    public void expireOffers() {
        Instant now = clock.instant();
        for (WorkItem item : workItems.expiredOffers(now, BATCH)) {
            if (item.state() != WorkItem.State.OFFERED) {
                // An agent's other offers went back to the line when the first one he missed sent him away.
                continue;
            }
            long agentId = item.agentId().orElseThrow();
            agents.release(agentId, item.work());
            item.returnToLine(now);
            events.tell(new OfferEnded(item.id(), item.interactionId(), agentId, "routing.offer-missed"));
            agents.findLocked(agentId).ifPresent(agent -> {
                agent.away(AwayReason.MISSED_OFFER, now);
                events.tell(new PresenceChanged(agentId, agent.teamId(), agent.presence()));
            });
            events.tell(new WorkQueued(item.queueId(), 0));
        }
    }

    public List<Long> queuesWaiting() {
        return workItems.queuesWaiting();
    }
}
