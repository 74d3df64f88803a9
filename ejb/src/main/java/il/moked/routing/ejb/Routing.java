// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.StaffUser;
import il.moked.agent.Agents;
import il.moked.agent.Presence;
import il.moked.agent.WorkWeight;
import il.moked.agent.ejb.DesksSeen;
import il.moked.agent.ejb.PresenceChanged;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
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
import il.moked.routing.ejb.LineChoice.Wanted;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

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
    DesksSeen desks;
    @Inject
    ChannelAccounts accounts;
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
            Placement where = choice.place(wanted(event, event.queueId(), event.subject()));
            if (event.ownerId() != null) {
                begunByUs(event, where);
                return;
            }
            WorkItem item = new WorkItem(event.interactionId(), event.customerId(), event.segment(), event.subject(), where, event.at())
                    .preferring(interactions.lastOwner(event.customerId(), event.at().minus(KNOWN_FOR)).orElse(null));
            if (event.channel().dialled()) {
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
                    item.queueAgain(choice.place(wanted(event, item.queueId(), subjectOf(event, item))), event.at(), lastAgent);
                    lines.queued(item);
                }
                case ACCEPTED -> {
                    if (!desks.here(item.agentId().orElseThrow())) {
                        backToLine(interactions.getLocked(event.interactionId()), item);
                    }
                }
                case SCHEDULED, WAITING, OFFERED -> { }
            }
        });
    }

    /** An agent called a customer: nobody waited, and nobody is counted as served. */
    private void begunByUs(MessageReceived event, Placement where) {
        WorkItem item = new WorkItem(event.interactionId(), event.customerId(), event.segment(), event.subject(), where, event.at());
        item.takenBy(event.ownerId(), event.at());
        workItems.add(item);
        lines.take(event.ownerId(), item.work());
    }

    /** A further message says nothing of what it is about: that stays. */
    private static String subjectOf(MessageReceived event, WorkItem item) {
        return event.subject() != null ? event.subject() : item.subject().orElse(null);
    }

    private Wanted wanted(MessageReceived event, long queueId, String subject) {
        Instant since = event.channel().dialled() ? calls.newestOf(event.interactionId()).map(Call::dialledAt).orElse(event.at()) : event.at();
        return new Wanted(event.channel(), event.accountId(), queueId, event.segment(), event.language(), subject, since);
    }

    /** The owner goes on with it if he is there; otherwise it must not wait for him. */
    private void customerIsBack(WorkItem item, MessageReceived event) {
        long owner = item.agentId().orElseThrow();
        if (desks.here(owner)) {
            item.resume(clock.instant());
            lines.take(owner, item.work());
        } else {
            takeFromOwner(event.interactionId());
            item.queueAgain(choice.place(wanted(event, item.queueId(), subjectOf(event, item))), event.at(), owner);
            lines.queued(item);
        }
    }

    /**
     * What an agent who left has in hand goes to the line it came from, with all that was asked there, as old as the wait of
     * the customer is; if he comes back in time he is asked first. Both are locked.
     */
    void backToLine(Interaction interaction, WorkItem item) {
        Instant now = clock.instant();
        Long owner = item.agentId().orElse(null);
        Placement where = choice.placeIn(item.queueId(), wanted(caughtUp(interaction, false), item.queueId(), item.subject().orElse(null)), item.requirement());
        Instant since = interaction.waitingSince().orElse(now);
        Instant due = item.dueAt();
        Instant waited = item.waitingSince();
        takeFromOwner(interaction.id());
        lines.release(item);
        boolean toBeCalled = item.kind() == WorkItem.Kind.CALLBACK && !callingBack.spoken(item);
        if (item.kind() == WorkItem.Kind.CALLBACK && !toBeCalled) {
            item.waitForAnswer(where);
        }
        item.queueAgain(where, since, owner);
        if (toBeCalled) {
            item.keepPlace(waited, due);
        }
        lines.queued(item);
    }

    /** What should have been told of a conversation whose customer waits. */
    private MessageReceived caughtUp(Interaction interaction, boolean opened) {
        ChannelAccount account = accounts.get(interaction.accountId());
        String subject = interaction.channel().dialled() ? calls.newestOf(interaction.id()).flatMap(Call::subject).orElse(null) : null;
        return new MessageReceived(interaction.id(), null, opened, account.id(), account.queueId(), interaction.channel(), interaction.customer().segment(), interaction.customer().id(), interaction.language(), subject,
                interaction.owner().map(StaffUser::id).orElse(null), null, interaction.waitingSince().orElseGet(clock::instant));
    }

    /**
     * Brings the item of a conversation into step with it, whatever was missed: who has it, whether it is over, whether its
     * customer waits. The conversation is locked.
     *
     * @return whether anything was amiss
     */
    boolean catchUp(Interaction interaction) {
        WorkItem item = workItems.findFor(interaction.id()).orElse(null);
        Long owner = interaction.owner().map(StaffUser::id).orElse(null);
        boolean waits = interaction.waitingSince().isPresent();
        if (!interaction.open()) {
            boolean forgotten = item != null && !item.over();
            if (forgotten) {
                lines.finish(item);
            }
            return forgotten;
        }
        if (item == null) {
            boolean missing = waits || owner != null;
            if (missing) {
                received(caughtUp(interaction, true));
            }
            return missing;
        }
        boolean held = item.state() == WorkItem.State.ACCEPTED || item.state() == WorkItem.State.PARKED;
        if (owner != null && !(held && item.agentId().filter(owner::equals).isPresent())) {
            ownedBy(owner, item);
            return true;
        }
        if (owner == null && item.state() == WorkItem.State.ACCEPTED) {
            handedToTeam(new HandedToTeam(interaction.id(), interaction.customer().id(), interaction.teamId(), interaction.customer().segment(), interaction.waitingSince().orElseGet(clock::instant)));
            return true;
        }
        if (waits && (item.over() || item.state() == WorkItem.State.PARKED)) {
            received(caughtUp(interaction, false));
            return true;
        }
        return false;
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
        ownedBy(event.ownerId(), workItems.findFor(event.interactionId()).orElseThrow(() -> new BusinessException("routing.changed")));
    }

    private void ownedBy(long owner, WorkItem item) {
        if (item.state() == WorkItem.State.OFFERED) {
            events.tell(new OfferEnded(item.id(), item.interactionId(), item.agentId().orElseThrow(), OfferEnded.WITHDRAWN));
        }
        boolean waited = item.unserved() || item.connecting();
        Long before = item.loads() ? item.agentId().orElseThrow() : null;
        item.takenBy(owner, clock.instant());
        if (waited) {
            connecting.taken(item);
        }
        lines.move(item, before, owner);
    }

    void handedToTeam(@Observes HandedToTeam event) {
        WorkItem item = workItems.findFor(event.interactionId()).orElseThrow(() -> new BusinessException("routing.changed"));
        Instant since = event.waitingSince();
        Interaction interaction = interactions.get(event.interactionId());
        Wanted wanted = new Wanted(item.channel(), interaction.accountId(), item.queueId(), event.segment(), interaction.language(), item.subject().orElse(null), since);
        long queue = choice.queueOf(event.teamId(), wanted).orElseThrow(() -> new BusinessException("routing.no-queue"));
        Optional<Long> before = item.agentId().filter(agent -> item.loads());
        WorkWeight work = item.work();
        lines.look(item.queueId());
        item.queueAgain(choice.placeIn(queue, wanted, item.requirement().whatNeverRelaxes()), since, null);
        lines.queued(item);
        telling.toCaller(item);
        before.ifPresent(agent -> agents.release(agent, work));
    }

    /** A message that could not be delivered needs its owner again. */
    void undelivered(@Observes DeliveryChanged event) {
        if (event.delivery() == Message.Delivery.FAILED || event.delivery() == Message.Delivery.UNKNOWN) {
            workItems.findFor(event.interactionId()).filter(item -> item.state() == WorkItem.State.PARKED).ifPresent(item -> {
                item.resume(clock.instant());
                lines.take(item.agentId().orElseThrow(), item.work());
            });
        }
    }

    /** Who leaves keeps no offers; who comes is offered what waits. */
    void presenceChanged(@Observes PresenceChanged event) {
        if (event.presence() != Presence.AVAILABLE) {
            workItems.offeredTo(event.agentId()).forEach(lines::takeBack);
        } else {
            events.tell(new WorkQueued(event.teamId()));
        }
    }
}
