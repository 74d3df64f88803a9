// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.agent.Agent;
import il.moked.agent.Agents;
import il.moked.agent.Presence;
import il.moked.agent.ejb.PresenceChanged;
import il.moked.interaction.Call;
import il.moked.interaction.Calls;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.interaction.ejb.DeliveryChanged;
import il.moked.interaction.ejb.HandedToTeam;
import il.moked.interaction.ejb.InteractionClosed;
import il.moked.interaction.ejb.MessageReceived;
import il.moked.interaction.ejb.OwnerTaken;
import il.moked.interaction.ejb.ReplyWritten;
import il.moked.routing.Placement;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.routing.WorkQueue;
import il.moked.routing.ejb.LineChoice.Wanted;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Keeps the work item of each conversation in step with it, in the transaction of whatever happened to the conversation. */
@ApplicationScoped
public class Routing {
    /** Who served the customer within this time knows him. */
    private static final Duration KNOWN_FOR = Duration.ofDays(7);

    @Inject
    WorkItems workItems;
    @Inject
    LineChoice choice;
    @Inject
    Lines lines;
    @Inject
    Connecting connecting;
    @Inject
    WaitTelling telling;
    @Inject
    CallingBack callingBack;
    @Inject
    Agents agents;
    @Inject
    Interactions interactions;
    @Inject
    Calls calls;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    void received(@Observes MessageReceived event) {
        if (event.opened()) {
            Placement where = choice.place(wanted(event, event.queueId()));
            if (event.ownerId() != null) {
                begunByUs(event, where);
                return;
            }
            WorkItem item = new WorkItem(event.interactionId(), event.customerId(), event.channel(), event.segment(), event.subject(), where, event.at())
                    .preferring(interactions.lastOwner(event.customerId(), event.at().minus(KNOWN_FOR)).orElse(null));
            if (event.channel().spoken()) {
                callingBack.calledAgain(item);
            }
            workItems.add(item);
            lines.queued(item);
            return;
        }
        workItems.findFor(event.interactionId()).ifPresent(item -> {
            switch (item.state()) {
                case PARKED -> customerIsBack(item, event);
                case DONE, ABANDONED -> {
                    Long lastAgent = item.agentId().orElse(null);
                    takeFromOwner(event.interactionId());
                    item.queueAgain(choice.place(wanted(event, item.queueId())), event.at(), lastAgent);
                    lines.queued(item);
                }
                case SCHEDULED, WAITING, OFFERED, ACCEPTED -> { }
            }
        });
    }

    /** An agent called a customer: nobody waited, and nobody is counted as served. */
    private void begunByUs(MessageReceived event, Placement where) {
        WorkItem item = new WorkItem(event.interactionId(), event.customerId(), event.channel(), event.segment(), event.subject(), where, event.at());
        item.takenBy(event.ownerId(), event.at());
        workItems.add(item);
        agents.take(event.ownerId(), item.work());
    }

    private Wanted wanted(MessageReceived event, long queueId) {
        Instant since = event.channel().spoken() ? calls.newestOf(event.interactionId()).map(Call::dialledAt).orElse(event.at()) : event.at();
        return new Wanted(event.channel(), event.accountId(), queueId, event.segment(), event.language(), event.subject(), since);
    }

    /** The owner goes on with it if he is at work; otherwise it must not wait for him. */
    private void customerIsBack(WorkItem item, MessageReceived event) {
        long owner = item.agentId().orElseThrow();
        if (agents.find(owner).filter(Agent::online).isPresent()) {
            item.resume();
            agents.take(owner, item.work());
        } else {
            takeFromOwner(event.interactionId());
            item.queueAgain(choice.place(wanted(event, item.queueId())), event.at(), owner);
            lines.queued(item);
        }
    }

    private void takeFromOwner(long interactionId) {
        Interaction interaction = interactions.getLocked(interactionId);
        interaction.owner().ifPresent(owner -> {
            interactions.add(new InteractionEvent(interaction, InteractionEvent.Kind.RETURNED, owner.userName(), null, clock.instant()));
            interaction.giveToTeam(interaction.teamId());
        });
    }

    void answered(@Observes ReplyWritten event) {
        if (!event.channel().live()) {
            workItems.findFor(event.interactionId()).filter(item -> item.state() == WorkItem.State.ACCEPTED).ifPresent(item -> {
                lines.release(item);
                item.park();
                lines.look(item.queueId());
            });
        }
    }

    void closed(@Observes InteractionClosed event) {
        // who left before he was served was counted as that already
        workItems.findFor(event.interactionId()).filter(item -> item.state() != WorkItem.State.ABANDONED).ifPresent(lines::finish);
    }

    void ownerTaken(@Observes OwnerTaken event) {
        WorkItem item = workItems.findFor(event.interactionId()).orElseThrow(() -> new BusinessException("routing.changed"));
        if (item.state() == WorkItem.State.OFFERED) {
            events.tell(new OfferEnded(item.id(), item.interactionId(), item.agentId().orElseThrow(), "routing.offer-withdrawn"));
        }
        boolean waited = item.unserved() || item.connecting();
        lines.release(item);
        item.takenBy(event.ownerId(), clock.instant());
        agents.take(event.ownerId(), item.work());
        if (waited) {
            connecting.taken(item);
        }
    }

    void handedToTeam(@Observes HandedToTeam event) {
        WorkItem item = workItems.findFor(event.interactionId()).orElseThrow(() -> new BusinessException("routing.changed"));
        WorkQueue queue = workItems.queueOf(event.teamId()).orElseThrow(() -> new BusinessException("routing.no-queue"));
        Instant since = event.waitingSince();
        Interaction interaction = interactions.get(event.interactionId());
        lines.release(item);
        item.queueAgain(choice.placeIn(queue.id(), new Wanted(item.channel(), interaction.accountId(), queue.id(), event.segment(), interaction.language(), item.subject().orElse(null), since)), since, null);
        lines.queued(item);
        telling.toCaller(item);
    }

    /** A message that could not be delivered needs its owner again. */
    void undelivered(@Observes DeliveryChanged event) {
        if (event.delivery() == Message.Delivery.FAILED || event.delivery() == Message.Delivery.UNKNOWN) {
            workItems.findFor(event.interactionId()).filter(item -> item.state() == WorkItem.State.PARKED).ifPresent(item -> {
                item.resume();
                agents.take(item.agentId().orElseThrow(), item.work());
            });
        }
    }

    /** Who leaves keeps no offers; who comes is offered what waits. */
    void presenceChanged(@Observes PresenceChanged event) {
        if (event.presence() != Presence.AVAILABLE) {
            workItems.offeredTo(event.agentId()).forEach(lines::takeBack);
        } else {
            workItems.queueOf(event.teamId()).ifPresent(queue -> lines.look(queue.id()));
        }
    }
}
