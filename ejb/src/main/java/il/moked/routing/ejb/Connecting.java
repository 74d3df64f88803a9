// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.agent.Agent;
import il.moked.agent.Agents;
import il.moked.agent.AwayReason;
import il.moked.agent.Presence;
import il.moked.agent.ejb.PresenceChanged;
import il.moked.interaction.Call;
import il.moked.interaction.Calls;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Interactions;
import il.moked.interaction.ejb.CallChanged;
import il.moked.interaction.ejb.CallConnected;
import il.moked.interaction.ejb.CallNotRouted;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * From the click that takes a call to the moment in which they speak. Until then its customer waits and his wait is
 * measured; when the agent's telephone cannot be reached, he goes on waiting in the line as long as he has, and that agent
 * is offered nothing until he says that he is there.
 */
@ApplicationScoped
public class Connecting {
    @Inject
    WorkItems workItems;
    @Inject
    Lines lines;
    @Inject
    Calls calls;
    @Inject
    Interactions interactions;
    @Inject
    Agents agents;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;
    /** So long after he took a call an agent must have answered it. Seconds; longer than a ROUTE is worth. */
    @Inject
    @ConfigProperty(name = "moked.routing.answer-seconds", defaultValue = "45")
    long answerSeconds;

    /** An agent took it just now: offered, out of turn or from a colleague. */
    void taken(WorkItem item) {
        Instant now = clock.instant();
        if (toConnect(item)) {
            item.connects(item.kind() == WorkItem.Kind.CONTACT ? now.plus(Duration.ofSeconds(answerSeconds)) : null);
        }
        events.tell(new WorkTaken(item.id(), item.interactionId(), item.channel(), item.agentId().orElseThrow(), now));
        if (item.state() == WorkItem.State.ACCEPTED && !item.connecting()) {
            lines.served(item, now);
        }
    }

    /** Who waits on the line, or for a call. The exchange may tell late that a caller whom we took for gone was answered. */
    private boolean toConnect(WorkItem item) {
        Call call = calls.newestOf(item.interactionId()).orElse(null);
        if (item.kind() == WorkItem.Kind.CALLBACK) {
            return item.callbackNumber().isPresent() && (call == null || call.direction() == Call.Direction.OUTBOUND || call.answeredAt().isEmpty());
        }
        return item.channel().dialled() && call != null && (call.state() == Call.State.QUEUED || call.direction() == Call.Direction.INBOUND && call.state() == Call.State.OFFERED);
    }

    void connected(@Observes CallConnected event) {
        workItems.findFor(event.interactionId()).filter(WorkItem::connecting).ifPresent(item -> speak(item, event.at()));
    }

    private void speak(WorkItem item, Instant at) {
        item.connected(at);
        lines.served(item, at);
    }

    /** The exchange did not do it, or there is no telephone to ring. */
    void notRouted(@Observes CallNotRouted event) {
        Interaction interaction = interactions.getLocked(event.interactionId());
        workItems.findFor(event.interactionId()).filter(WorkItem::connecting).ifPresent(item -> {
            String extension = agents.find(item.agentId().orElseThrow()).flatMap(Agent::extension).orElse(null);
            // what was asked for another telephone before says nothing of this one
            if (event.extension() == null || event.extension().equals(extension)) {
                giveBack(interaction, item, event.extension(), event.exchangeAway());
            }
        });
    }

    /** Nobody picked up. @return whether anything had to be mended */
    boolean overdue(WorkItems.Place place) {
        Interaction interaction = interactions.getLocked(place.interactionId());
        WorkItem item = workItems.getLocked(place.workItemId());
        if (!item.connecting() || item.connectBy().filter(by -> by.isBefore(clock.instant())).isEmpty()) {
            return false;
        }
        Call call = calls.newestOf(item.interactionId()).orElse(null);
        if (call != null && call.answeredAt().isPresent() && !call.waitsAgain() && !call.gaveUpAgain()) {
            speak(item, call.answeredAt().get());
        } else {
            giveBack(interaction, item, agents.find(item.agentId().orElseThrow()).flatMap(Agent::extension).orElse(null), false);
        }
        return true;
    }

    /** @param exchangeAway whether nobody rang him: it is not he who cannot be reached */
    private void giveBack(Interaction interaction, WorkItem item, String extension, boolean exchangeAway) {
        Instant now = clock.instant();
        long agentId = item.agentId().orElseThrow();
        lines.release(item);
        if (exchangeAway) {
            item.notConnected();
            events.tell(new CallNotCarried(item.id(), item.interactionId(), agentId, now));
        } else {
            item.unreached(now);
            sendAway(agentId, now);
            events.tell(new CallGivenBack(item.id(), item.interactionId(), agentId, extension, now));
        }
        if (interaction.open()) {
            interaction.giveToTeam(interaction.teamId());
        }
        interactions.add(new InteractionEvent(interaction, InteractionEvent.Kind.CALL_UNROUTED, agents.find(agentId).map(agent -> agent.user().userName()).orElse(""), extension, now));
        events.tell(new CallChanged(item.interactionId(), 0, null));
        lines.queued(item);
    }

    private void sendAway(long agentId, Instant now) {
        agents.findLockedAnew(agentId).filter(agent -> agent.presence() == Presence.AVAILABLE || agent.presence() == Presence.WRAP_UP).ifPresent(agent -> {
            agent.away(AwayReason.UNREACHED, now);
            events.tell(new PresenceChanged(agentId, agent.teamId(), agent.presence()));
        });
    }
}
