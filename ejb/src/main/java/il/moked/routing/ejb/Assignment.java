// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.agent.Agents;
import il.moked.agent.Agents.Free;
import il.moked.agent.AwayReason;
import il.moked.agent.ejb.PresenceChanged;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Offers what waits to who is free: items by due time, agents by longest idle, the preferred agent first. An item is
 * locked while it is decided on and an agent's capacity is taken by a conditional update, so no two deciders, on
 * whatever node, can offer one item twice or fill an agent beyond his capacity.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class Assignment {
    private static final int BATCH = 50;
    private static final int MOST_AGENTS = 50;
    /** Who declined is asked again after this long, if nobody else took it. */
    private static final Duration BACK_OFF = Duration.ofSeconds(30);

    @Inject
    WorkItems workItems;
    @Inject
    Agents agents;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;
    /** How long an offer stands. Seconds. */
    @Inject
    @ConfigProperty(name = "moked.routing.offer-seconds", defaultValue = "20")
    long offerSeconds;

    /**
     * One round. Who gets what is decided in memory; then each agent's capacity is taken for all of his items at once.
     *
     * @return whether another round at once may offer more: the batch was full, or an agent changed meanwhile
     */
    public boolean assign(long queueId) {
        Deque<Free> free = new ArrayDeque<>(agents.free(workItems.teamOf(queueId), 1, MOST_AGENTS));
        if (free.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        List<WorkItem> waiting = workItems.next(queueId, BATCH);
        Map<Free, List<WorkItem>> shares = new LinkedHashMap<>();
        for (WorkItem item : waiting) {
            choose(free, shares, item, now).ifPresent(agent -> shares.computeIfAbsent(agent, chosen -> new ArrayList<>()).add(item));
        }
        boolean somebodyChanged = false;
        for (Map.Entry<Free, List<WorkItem>> share : shares.entrySet()) {
            somebodyChanged |= !offer(share.getKey(), share.getValue(), now);
        }
        return somebodyChanged || waiting.size() == BATCH && !shares.isEmpty();
    }

    /** The preferred agent, else whoever is idle longest; he then goes to the end. */
    private static Optional<Free> choose(Deque<Free> free, Map<Free, List<WorkItem>> shares, WorkItem item, Instant now) {
        Predicate<Free> fits = agent -> agent.freeCapacity() - weight(shares.getOrDefault(agent, List.of())) >= item.weight() && item.mayBeOfferedTo(agent.id(), now, BACK_OFF);
        Optional<Free> preferred = item.preferredAgentId().flatMap(wanted -> free.stream().filter(agent -> agent.id() == wanted).findFirst()).filter(fits);
        Optional<Free> chosen = preferred.isPresent() ? preferred : free.stream().filter(fits).findFirst();
        chosen.ifPresent(agent -> {
            free.remove(agent);
            free.addLast(agent);
        });
        return chosen;
    }

    private boolean offer(Free agent, List<WorkItem> share, Instant now) {
        if (!agents.reserve(agent.id(), weight(share), now)) {
            return false;
        }
        for (WorkItem item : share) {
            item.offerTo(agent.id(), now, Duration.ofSeconds(offerSeconds));
            events.tell(new WorkOffered(item.id(), item.interactionId(), agent.id()));
        }
        return true;
    }

    private static int weight(List<WorkItem> items) {
        return items.stream().mapToInt(WorkItem::weight).sum();
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
            agents.release(agentId, item.weight());
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
