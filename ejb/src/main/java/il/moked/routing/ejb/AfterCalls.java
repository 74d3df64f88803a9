// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.agent.ejb.WrapUpOver;
import il.moked.agent.ejb.WrapUps;
import il.moked.interaction.Interactions;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When the time to sum a call up is over, its conversation takes nothing of its agent any more, closed or not. After the
 * transaction that ended the time, for that one holds the agent, and whoever holds an agent must not wait for his work.
 */
@Stateless
@PermitAll
public class AfterCalls {
    private static final int BATCH = 100;
    /** What was lost on the way is mended so much later than the longest time to sum up. */
    private static final Duration LATE = Duration.ofMinutes(1);

    @Inject
    WorkItems workItems;
    @Inject
    Lines lines;
    @Inject
    Interactions interactions;
    @Inject
    WrapUps wrapUps;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    @Asynchronous
    public void over(@Observes(during = TransactionPhase.AFTER_SUCCESS) WrapUpOver event) {
        interactions.getLocked(event.interactionId());
        workItems.findFor(event.interactionId()).filter(item -> item.agentId().filter(agent -> agent == event.agentId()).isPresent()).ifPresent(this::free);
    }

    /** Calls that ended long ago and take their agent still. */
    @RolesAllowed(Role.SYSTEM)
    public List<WorkItems.Place> late() {
        Instant endedBefore = clock.instant().minus(wrapUps.time().multipliedBy(2)).minus(LATE);
        return workItems.stillTaking(endedBefore, BATCH);
    }

    @RolesAllowed(Role.SYSTEM)
    public void free(WorkItems.Place place) {
        interactions.getLocked(place.interactionId());
        free(workItems.getLocked(place.workItemId()));
    }

    private void free(WorkItem item) {
        if (item.state() != WorkItem.State.ACCEPTED || item.connecting()) {
            return;
        }
        lines.worked(item);
        lines.release(item);
        item.park();
        events.tell(new CapacityFreed(item.interactionId(), item.agentId().orElseThrow()));
        lines.look(item.queueId());
    }
}
