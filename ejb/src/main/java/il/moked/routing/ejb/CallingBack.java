// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.agent.Agents;
import il.moked.agent.WorkWeight;
import il.moked.channel.Channel;
import il.moked.interaction.Call;
import il.moked.interaction.Calls;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Interactions;
import il.moked.interaction.ejb.CallAbandoned;
import il.moked.interaction.ejb.CallAnswered;
import il.moked.interaction.ejb.CallBackAsked;
import il.moked.interaction.ejb.CallEnded;
import il.moked.interaction.ejb.Commanding;
import il.moked.interaction.ejb.CustomerTexts;
import il.moked.interaction.ejb.InteractionClosed;
import il.moked.interaction.ejb.ReplyWritten;
import il.moked.routing.Placement;
import il.moked.routing.StatutoryClock;
import il.moked.routing.StatutoryRecord.End;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.routing.WorkItems.Place;
import il.moked.routing.ejb.LineChoice.Wanted;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who hung up while he waited, or asked for it, is called in the place he had. That goes away by itself when he reaches
 * anybody on any channel first; when he calls again his place is his new call's.
 */
@ApplicationScoped
public class CallingBack {
    private static final int MOST_CALLS = 50;

    @Inject
    WorkItems workItems;
    @Inject
    Lines lines;
    @Inject
    LineChoice choice;
    @Inject
    StatutoryClocks law;
    @Inject
    Agents agents;
    @Inject
    Interactions interactions;
    @Inject
    Calls calls;
    @Inject
    Commanding commanding;
    @Inject
    MissedNotice missed;
    @Inject
    CustomerTexts texts;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;
    /** So many calls without an answer are enough. */
    @Inject
    @ConfigProperty(name = "moked.routing.callback-attempts", defaultValue = "3")
    int mostAttempts;
    /** Country codes that are called back by themselves. */
    @Inject
    @ConfigProperty(name = "moked.routing.callback-countries", defaultValue = "972")
    Set<String> countries;

    /** A number somebody may be called at; empty when it is none, or nobody should call it unasked. */
    Optional<PhoneNumber> callable(String written) {
        return PhoneNumber.parse(written).filter(number -> number.callableIn(countries));
    }

    void abandoned(@Observes CallAbandoned event) {
        gone(event.interactionId(), event.number(), event.at());
    }

    /** Whoever was put through to another line and hung up there was answered before, and wants something still. */
    void goneAgain(@Observes CallEnded event) {
        Call call = calls.get(event.callId());
        if (call.gaveUpAgain()) {
            gone(event.interactionId(), call.customerNumber().map(PhoneNumber::value).orElse(null), event.at());
        }
    }

    private void gone(long interactionId, String from, Instant at) {
        workItems.findFor(interactionId).filter(item -> item.kind() == WorkItem.Kind.CONTACT && (item.state() == WorkItem.State.WAITING || item.state() == WorkItem.State.OFFERED || item.connecting())).ifPresent(item -> {
            Optional<Long> offeredTo = item.agentId().filter(agent -> item.loads());
            WorkWeight work = item.work();
            lines.leave(item);
            Interaction interaction = interactions.getLocked(interactionId);
            Optional<PhoneNumber> number = callable(from);
            if (interaction.open() && interaction.owner().isPresent()) {
                // it rang with him, and nobody spoke
                interaction.giveToTeam(interaction.teamId());
            }
            if (number.isPresent()) {
                item.calledBecause(WorkItem.Origin.HUNG_UP);
                promise(interaction, item, number.get(), null);
            } else {
                close(interaction, "GAVE_UP", at);
            }
            offeredTo.ifPresent(agent -> agents.release(agent, work));
        });
    }

    /** By a key of the menu. */
    void asked(@Observes CallBackAsked event) {
        workItems.findFor(event.interactionId()).filter(item -> item.kind() == WorkItem.Kind.CONTACT && item.unserved()).ifPresent(item -> callable(event.number()).ifPresent(number -> {
            Interaction interaction = interactions.getLocked(event.interactionId());
            item.calledBecause(WorkItem.Origin.KEY);
            promise(interaction, item, number, null);
            commanding.announce(interaction.id(), texts.text("callback-taken", interaction.language()), interaction.language(), "");
        }));
    }

    /**
     * From now on he waits for a call. Both are locked; nobody serves him.
     *
     * @param from the moment he picked, or null for as soon as it is his turn
     */
    void promise(Interaction interaction, WorkItem item, PhoneNumber number, Instant from) {
        Instant now = clock.instant();
        if (item.state() == WorkItem.State.OFFERED) {
            lines.takeBack(item);
        }
        for (Place other : waitingFor(null, number.value())) {
            if (other.workItemId() != item.id()) {
                takeOver(item, other);
            }
        }
        StatutoryClock clockOfLaw = law.callBackClock(item, from == null ? now : from);
        item.callBack(number.value(), placed(interaction, item, Channel.PHONE, clockOfLaw), from, now);
        law.promised(item, clockOfLaw, now);
        interactions.add(new InteractionEvent(interaction, InteractionEvent.Kind.CALLBACK_ASKED, "", number.display(), now));
        events.tell(new CallbackPromised(item.id(), item.interactionId(), item.state() == WorkItem.State.SCHEDULED ? from : null, now));
        if (item.state() == WorkItem.State.WAITING) {
            lines.queued(item);
        }
    }

    /** He waits for the same as before: whoever serves him then needs what was needed before. */
    private Placement placed(Interaction interaction, WorkItem item, Channel channel, StatutoryClock clockOfLaw) {
        Wanted wanted = new Wanted(channel, interaction.accountId(), item.queueId(), item.segment(), interaction.language(), item.subject().orElse(null), item.waitingSince());
        return choice.placeIn(item.queueId(), wanted, item.requirement(), clockOfLaw);
    }

    private Set<Place> waitingFor(Long customerId, String number) {
        Set<Place> places = new LinkedHashSet<>();
        if (customerId != null) {
            places.addAll(workItems.callbacksOfCustomer(customerId));
        }
        if (number != null) {
            places.addAll(workItems.callbacksTo(number));
        }
        return places;
    }

    /** A caller calls again: what he waited counts for him, and nobody calls him back. Before his new item is stored. */
    void calledAgain(WorkItem item) {
        Interaction interaction = interactions.get(item.interactionId());
        for (Place other : waitingFor(item.customerId(), interaction.replyAddress().orElse(null))) {
            if (workItems.find(other.workItemId()).filter(waiting -> waiting.state() != WorkItem.State.SCHEDULED).isPresent()) {
                takeOver(item, other);
            }
        }
    }

    private void takeOver(WorkItem item, Place other) {
        end(other, End.ASKED_AGAIN, InteractionEvent.Kind.CALLBACK_REPEATED).filter(ended -> ended.state() != WorkItem.State.SCHEDULED && ended.notBefore().isEmpty())
                .ifPresent(ended -> item.keepPlace(ended.waitingSince(), ended.dueAt()));
    }

    /** Who chats with an agent has reached one; a caller has when he is answered, a writer when he gets his answer. */
    void served(@Observes WorkServed event) {
        if (event.channel().live() && !event.channel().dialled()) {
            WorkItem item = workItems.find(event.workItemId()).orElseThrow();
            reached(item.customerId(), interactions.get(event.interactionId()).replyAddress().orElse(null), event.interactionId());
        }
    }

    void replied(@Observes ReplyWritten event) {
        reached(event.customerId(), interactions.get(event.interactionId()).replyAddress().orElse(null), event.interactionId());
    }

    /** Whoever speaks to somebody of us, also whom an agent called of himself. */
    void answered(@Observes CallAnswered event) {
        Call call = calls.get(event.callId());
        reached(interactions.get(event.interactionId()).customer().id(), call.customerNumber().map(PhoneNumber::value).orElse(null), event.interactionId());
        if (call.direction() == Call.Direction.OUTBOUND) {
            calledBack(event.interactionId(), event.at());
        }
    }

    private void reached(Long customerId, String number, long byInteraction) {
        for (Place waiting : waitingFor(customerId, number)) {
            if (waiting.interactionId() != byInteraction) {
                end(waiting, End.REACHED, InteractionEvent.Kind.CALLBACK_REACHED).ifPresent(ended -> calledBack(ended.interactionId(), clock.instant()));
            }
        }
    }

    private void calledBack(long interactionId, Instant at) {
        calls.of(interactionId, MOST_CALLS).stream().filter(call -> call.outcome().filter(Call.Outcome.ABANDONED::equals).isPresent()).forEach(call -> {
            calls.lock(call);
            call.calledBack(at);
        });
    }

    /**
     * Nobody calls him any more. A call or chat is over with that; what he wrote still waits for its answer.
     *
     * @return empty when somebody was faster
     */
    private Optional<WorkItem> end(Place waiting, End how, InteractionEvent.Kind kind) {
        Interaction interaction = interactions.getLocked(waiting.interactionId());
        WorkItem item = workItems.getLocked(waiting.workItemId());
        if (!item.awaitsCallback()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (item.state() == WorkItem.State.OFFERED) {
            lines.takeBack(item);
        }
        interactions.add(new InteractionEvent(interaction, kind, "", null, now));
        events.tell(new CallbackEnded(item.id(), item.interactionId(), how, now));
        if (interaction.channel().live() || !interaction.open()) {
            item.done();
            close(interaction, how.name(), now);
        } else {
            item.waitForAnswer(placed(interaction, item, interaction.channel(), null));
            lines.queued(item);
        }
        return Optional.of(item);
    }

    private void close(Interaction interaction, String reason, Instant now) {
        if (interaction.open()) {
            Long owner = interaction.owner().map(user -> user.id()).orElse(null);
            interaction.close(interactions.seededReason(reason), null, now);
            events.tell(new InteractionClosed(interaction.id(), interaction.customer().id(), owner, reason));
        }
    }

    /**
     * Nobody needs to call him any more, an agent says. Both are locked. A call or chat is over with that; what he wrote
     * stays whose it is, or waits for its answer.
     */
    void withdraw(Interaction interaction, WorkItem item, String agent, String why) {
        Instant now = clock.instant();
        boolean his = item.state() == WorkItem.State.ACCEPTED;
        if (item.state() == WorkItem.State.OFFERED) {
            lines.takeBack(item);
        }
        interactions.add(new InteractionEvent(interaction, InteractionEvent.Kind.CALLBACK_WITHDRAWN, agent, why, now));
        events.tell(new CallbackEnded(item.id(), item.interactionId(), End.WITHDRAWN, now));
        Long before = item.loads() ? item.agentId().orElseThrow() : null;
        WorkWeight work = item.work();
        if (interaction.channel().live()) {
            item.done();
            lines.look(item.queueId());
            close(interaction, "WITHDRAWN", now);
            if (before != null) {
                agents.release(before, work);
                events.tell(new CapacityFreed(interaction.id(), before));
            }
            return;
        }
        Long owner = item.agentId().orElse(null);
        item.waitForAnswer(placed(interaction, item, interaction.channel(), null));
        lines.queued(item);
        if (his) {
            item.takenBy(owner, now);
            lines.served(item, now);
        }
        if (before != null) {
            agents.release(before, work);
        }
        if (his) {
            agents.take(owner, item.work());
        }
    }

    /** Nobody answered: he is told so by text message, each time (Regulations of 2012). Called often enough, it is over. */
    void notReached(@Observes CallEnded event) {
        if (event.direction() != Call.Direction.OUTBOUND || event.outcome() != Call.Outcome.NOT_REACHED) {
            return;
        }
        workItems.findFor(event.interactionId()).filter(item -> item.kind() == WorkItem.Kind.CALLBACK && item.state() != WorkItem.State.DONE).ifPresent(item -> {
            Interaction interaction = interactions.getLocked(event.interactionId());
            int attempts = attempts(item);
            if (attempts <= mostAttempts) {
                tellMissed(interaction, item);
            }
            if (attempts >= mostAttempts && item.state() == WorkItem.State.ACCEPTED) {
                interactions.add(new InteractionEvent(interaction, InteractionEvent.Kind.CALLBACK_FAILED, "", null, clock.instant()));
                events.tell(new CallbackEnded(item.id(), item.interactionId(), End.NOT_REACHED, clock.instant()));
                close(interaction, "NOT_REACHED", clock.instant());
            }
        });
    }

    private void tellMissed(Interaction interaction, WorkItem item) {
        Instant now = clock.instant();
        Optional<PhoneNumber> number = item.callbackNumber().flatMap(PhoneNumber::parse);
        boolean told = missed.write(interaction, number.orElse(null));
        interactions.add(new InteractionEvent(interaction, told ? InteractionEvent.Kind.CALLBACK_MISSED : InteractionEvent.Kind.CALLBACK_UNTOLD, "", number.map(PhoneNumber::display).orElse(null), now));
        if (told) {
            law.noticed(interaction.id(), now);
        }
    }

    /** So many calls without an answer are enough. */
    int mostAttempts() {
        return mostAttempts;
    }

    /** Calls to him since he asked for it that nobody answered. */
    int attempts(WorkItem item) {
        Instant since = item.callbackSince().orElse(Instant.MIN);
        return (int) calls.of(item.interactionId(), MOST_CALLS).stream().filter(call -> call.direction() == Call.Direction.OUTBOUND && !call.dialledAt().isBefore(since)
                && call.outcome().filter(Call.Outcome.NOT_REACHED::equals).isPresent()).count();
    }

    /** Whether he was spoken to since he asked to be called. */
    boolean spoken(WorkItem item) {
        Instant since = item.callbackSince().orElse(Instant.MIN);
        return calls.of(item.interactionId(), MOST_CALLS).stream().anyMatch(call -> call.answeredAt().filter(at -> !at.isBefore(since)).isPresent());
    }
}
