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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** @return how many were offered; a full batch means that more may wait */
    public int assign(long queueId) {
        List<Free> free = new ArrayList<>(agents.free(workItems.queue(queueId).teamId(), 1, MOST_AGENTS));
        if (free.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        int offered = 0;
        for (WorkItem item : workItems.next(queueId, BATCH)) {
            Optional<Free> agent = choose(free, item, now);
            if (agent.isPresent()) {
                Free chosen = agent.get();
                item.offerTo(chosen.id(), now, Duration.ofSeconds(offerSeconds));
                free.remove(chosen);
                if (chosen.freeCapacity() > item.weight()) {
                    free.add(new Free(chosen.id(), chosen.userName(), chosen.freeCapacity() - item.weight()));
                }
                events.tell(new WorkOffered(item.id(), item.interactionId(), chosen.id()));
                offered++;
            }
            if (free.isEmpty()) {
                break;
            }
        }
        return offered;
    }

    private Optional<Free> choose(List<Free> free, WorkItem item, Instant now) {
        Optional<Free> preferred = item.preferredAgentId().flatMap(wanted -> free.stream().filter(agent -> agent.id() == wanted).findFirst())
                .filter(agent -> fits(agent, item, now)).filter(agent -> agents.reserve(agent.id(), item.weight(), now));
        return preferred.isPresent() ? preferred : free.stream().filter(agent -> fits(agent, item, now)).filter(agent -> agents.reserve(agent.id(), item.weight(), now)).findFirst();
    }

    private static boolean fits(Free agent, WorkItem item, Instant now) {
        return agent.freeCapacity() >= item.weight() && item.mayBeOfferedTo(agent.id(), now, BACK_OFF);
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
