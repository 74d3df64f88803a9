// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.agent.Agents;
import il.moked.agent.Agent;
import il.moked.agent.Presence;
import il.moked.interaction.ejb.ChatSessions;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells a waiting customer honestly where he stands. */
@Stateless
@PermitAll
public class Waiting {
    @Inject
    WorkItems workItems;
    @Inject
    Agents agents;
    @Inject
    ChatSessions chats;
    /** Mean time an agent needs for one contact, for the estimate of the wait. Seconds. */
    @Inject
    @ConfigProperty(name = "moked.routing.handling-seconds", defaultValue = "240")
    long handlingSeconds;

    /** @param place 1 is next; {@link WorkItems#COUNT_LIMIT} means "at least" @param expected null when nobody is available */
    public record Place(int place, Duration expected) {
    }

    /** @return empty when the visitor is not waiting in the line (not yet admitted, or being served) */
    public Optional<Place> placeOf(String chatSecret) {
        ChatSessions.Standing standing = chats.standing(chatSecret);
        if (standing.interactionId() == null) {
            return Optional.empty();
        }
        return workItems.findFor(standing.interactionId()).filter(item -> item.state() == WorkItem.State.WAITING || item.state() == WorkItem.State.OFFERED).map(this::place);
    }

    private Place place(WorkItem item) {
        int before = item.state() == WorkItem.State.OFFERED ? 0 : workItems.before(item);
        long units = agents.inTeam(workItems.queue(item.queueId()).teamId()).stream().filter(agent -> agent.presence() == Presence.AVAILABLE).mapToLong(Agent::capacity).sum();
        long parallel = units / Math.max(1, item.weight());
        Duration expected = parallel == 0 ? null : Duration.ofSeconds(handlingSeconds * before / parallel);
        return new Place(before + 1, expected);
    }
}
