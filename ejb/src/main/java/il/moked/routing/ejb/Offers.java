// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.ejb.CurrentUser;
import il.moked.agent.Agents;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Interactions;
import il.moked.routing.TargetTimes;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an agent does with the work offered to him. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class Offers {
    @Inject
    WorkItems workItems;
    @Inject
    TargetTimes times;
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

    /**
     * When each conversation is late, by what was promised to it when it came.
     *
     * @param waitingSince by conversation
     * @return by conversation; one that never was in a line is not in it
     */
    public Map<Long, Instant> late(Map<Long, Instant> waitingSince) {
        return workItems.allowed(waitingSince.keySet()).stream()
                .collect(Collectors.toMap(WorkItems.Allowed::interactionId, allowed -> times.of(allowed.calendarCode()).late(waitingSince.get(allowed.interactionId()), allowed.within())));
    }

    /**
     * @return the conversation that is now the caller's
     * @throws BusinessException {@code routing.not-offered} when the offer ended meanwhile
     */
    public long accept(long workItemId) {
        StaffUser user = currentUser.get();
        Interaction interaction = interactions.getLocked(workItems.interactionOf(workItemId));
        WorkItem item = workItems.getLocked(workItemId);
        item.accept(user.id(), clock.instant());
        interaction.ownedBy(user);
        interactions.add(new InteractionEvent(interaction, InteractionEvent.Kind.ACCEPTED, user.userName(), null, clock.instant()));
        events.tell(new OfferEnded(item.id(), item.interactionId(), user.id(), OfferEnded.ACCEPTED));
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
        lines.giveBack(item, OfferEnded.DECLINED);
    }
}
