// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.agent.Agents;
import il.moked.agent.AwayReason;
import il.moked.agent.ejb.PresenceChanged;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.shared.ejb.CrossedLocks;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Offers what waits to who is free, as the {@link il.moked.routing.Router} decides: a team at a time, for a team's agents
 * serve all its queues and due time must hold across them. An item is locked while it is offered and an agent's capacity is
 * taken by a conditional update, so no two deciders, on whatever node, can offer one item twice or fill an agent beyond his
 * capacity.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class Assignment {
    private static final int BATCH = 50;
    /** So that one team does not keep its listener for itself. */
    private static final int MOST_ROUNDS = 50;

    @Inject
    OfferingRound round;
    @Inject
    WorkItems workItems;
    @Inject
    Lines lines;
    @Inject
    OfferedLately offered;
    @Inject
    Agents agents;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /**
     * Rounds until nothing more can be offered. What somebody else is just dealing with is left to him and what stands behind
     * it is offered: waiting for him here would take a processor as long as he holds it.
     *
     * @return whether there is reason to look again in a moment
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean assign(long teamId) {
        Set<Long> missed = new HashSet<>();
        for (int number = 0; number < MOST_ROUNDS; number++) {
            OfferingRound.Result result = CrossedLocks.retried(() -> round.offer(teamId, missed));
            result.offered().forEach(decision -> offered.made(teamId, decision));
            missed.addAll(result.missed());
            if (!result.anything()) {
                return !missed.isEmpty();
            }
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
            lines.giveBack(item, OfferEnded.MISSED);
            agents.findLocked(agentId).ifPresent(agent -> {
                agent.away(AwayReason.MISSED_OFFER, now);
                events.tell(new PresenceChanged(agentId, agent.teamId(), agent.presence()));
            });
        }
    }

    public List<Long> teamsWaiting() {
        return workItems.teamsWaiting();
    }
}
