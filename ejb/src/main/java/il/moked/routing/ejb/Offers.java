// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.ejb.CurrentUser;
import il.moked.agent.Agents;
import il.moked.customer.Segment;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Interactions;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What an agent does with the work offered to him. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class Offers {
    @Inject
    WorkItems workItems;
    @Inject
    Lines lines;
    @Inject
    Connecting connecting;
    @Inject
    Agents agents;
    @Inject
    Interactions interactions;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    public List<WorkItems.Offer> mine() {
        return workItems.offers(currentUser.get().id());
    }

    /** How many wait in the lines of the caller's team, up to {@link WorkItems#COUNT_LIMIT}. */
    public int waitingInMyTeam() {
        return currentUser.get().team().map(team -> workItems.waiting(team.id())).orElse(0);
    }

    /** How long a customer of each segment should wait at most. */
    public Map<Segment, Duration> targets() {
        Map<Segment, Duration> targets = new EnumMap<>(Segment.class);
        for (Segment segment : Segment.values()) {
            targets.put(segment, workItems.target(segment));
        }
        return targets;
    }

    /**
     * @return the conversation that is now the caller's
     * @throws BusinessException {@code routing.not-offered} when the offer ended meanwhile
     */
    public long accept(long workItemId) {
        StaffUser user = currentUser.get();
        Interaction interaction = interactions.getLocked(workItems.getLocked(workItemId).interactionId());
        WorkItem item = workItems.getLocked(workItemId);
        item.accept(user.id(), clock.instant());
        interaction.ownedBy(user);
        interactions.add(new InteractionEvent(interaction, InteractionEvent.Kind.ACCEPTED, user.userName(), null, clock.instant()));
        events.tell(new OfferEnded(item.id(), item.interactionId(), user.id(), "routing.offer-accepted"));
        connecting.taken(item);
        if (agents.find(user.id()).filter(agent -> !agent.hasRoom()).isPresent()) {
            // who is on the telephone cannot answer what else he was offered
            workItems.offeredTo(user.id()).forEach(lines::takeBack);
        }
        return interaction.id();
    }

    public void decline(long workItemId) {
        StaffUser user = currentUser.get();
        WorkItem item = workItems.getLocked(workItemId);
        if (item.state() != WorkItem.State.OFFERED || !item.agentId().filter(user.id()::equals).isPresent()) {
            throw new BusinessException("routing.not-offered");
        }
        agents.release(user.id(), item.work());
        item.returnToLine(clock.instant());
        events.tell(new OfferEnded(item.id(), item.interactionId(), user.id(), "routing.offer-declined"));
        events.tell(new WorkQueued(item.queueId(), 0));
    }
}
