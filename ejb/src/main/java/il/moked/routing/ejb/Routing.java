// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.agent.Agent;
import il.moked.agent.Agents;
import il.moked.agent.Presence;
import il.moked.agent.ejb.PresenceChanged;
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
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.routing.WorkQueue;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/** Keeps the work item of each conversation in step with it, in the transaction of whatever happened to the conversation. */
@ApplicationScoped
public class Routing {
    @Inject
    WorkItems workItems;
    @Inject
    Agents agents;
    @Inject
    Interactions interactions;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    void received(@Observes MessageReceived event) {
        if (event.opened()) {
            workItems.add(new WorkItem(event.interactionId(), event.queueId(), event.channel().weight(), event.at(), workItems.target(event.segment())));
            queued(event.queueId());
            return;
        }
        workItems.findFor(event.interactionId()).ifPresent(item -> {
            switch (item.state()) {
                case PARKED -> customerIsBack(item, event);
                case DONE -> {
                    Long lastAgent = item.agentId().orElse(null);
                    takeFromOwner(event.interactionId());
                    item.queueAgain(item.queueId(), event.at(), workItems.target(event.segment()), lastAgent);
                    queued(item.queueId());
                }
                case WAITING, OFFERED, ACCEPTED -> { }
            }
        });
    }

    /** The owner goes on with it if he is at work; otherwise it must not wait for him. */
    private void customerIsBack(WorkItem item, MessageReceived event) {
        long owner = item.agentId().orElseThrow();
        if (agents.find(owner).filter(Agent::online).isPresent()) {
            item.resume();
            agents.take(owner, item.weight());
        } else {
            takeFromOwner(event.interactionId());
            item.queueAgain(item.queueId(), event.at(), workItems.target(event.segment()), owner);
            queued(item.queueId());
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
                release(item);
                item.park();
                queued(item.queueId());
            });
        }
    }

    void closed(@Observes InteractionClosed event) {
        workItems.findFor(event.interactionId()).ifPresent(item -> {
            release(item);
            item.done();
            queued(item.queueId());
        });
    }

    void ownerTaken(@Observes OwnerTaken event) {
        WorkItem item = workItems.findFor(event.interactionId()).orElseThrow(() -> new BusinessException("routing.changed"));
        if (item.state() == WorkItem.State.OFFERED) {
            events.tell(new OfferEnded(item.id(), item.interactionId(), item.agentId().orElseThrow(), "routing.offer-withdrawn"));
        }
        release(item);
        item.takenBy(event.ownerId());
        agents.take(event.ownerId(), item.weight());
    }

    void handedToTeam(@Observes HandedToTeam event) {
        WorkItem item = workItems.findFor(event.interactionId()).orElseThrow(() -> new BusinessException("routing.changed"));
        WorkQueue queue = workItems.queueOf(event.teamId()).orElseThrow(() -> new BusinessException("routing.no-queue"));
        release(item);
        item.queueAgain(queue.id(), event.waitingSince(), workItems.target(event.segment()), null);
        queued(queue.id());
    }

    /** A message that could not be delivered needs its owner again. */
    void undelivered(@Observes DeliveryChanged event) {
        if (event.delivery() == Message.Delivery.FAILED || event.delivery() == Message.Delivery.UNKNOWN) {
            workItems.findFor(event.interactionId()).filter(item -> item.state() == WorkItem.State.PARKED).ifPresent(item -> {
                item.resume();
                agents.take(item.agentId().orElseThrow(), item.weight());
            });
        }
    }

    /** Who leaves keeps no offers; who comes is offered what waits. */
    void presenceChanged(@Observes PresenceChanged event) {
        if (event.presence() != Presence.AVAILABLE) {
            for (WorkItem item : workItems.offeredTo(event.agentId())) {
                agents.release(event.agentId(), item.weight());
                item.withdraw();
                events.tell(new OfferEnded(item.id(), item.interactionId(), event.agentId(), "routing.offer-withdrawn"));
                queued(item.queueId());
            }
        } else {
            workItems.queueOf(event.teamId()).ifPresent(queue -> queued(queue.id()));
        }
    }

    private void release(WorkItem item) {
        if (item.load() > 0) {
            agents.release(item.agentId().orElseThrow(), item.load());
        }
    }

    private void queued(long queueId) {
        events.tell(new WorkQueued(queueId, 0));
    }
}
