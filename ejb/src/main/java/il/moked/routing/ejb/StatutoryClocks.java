// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.interaction.Call;
import il.moked.interaction.Calls;
import il.moked.interaction.ejb.CallAbandoned;
import il.moked.interaction.ejb.CallAnswered;
import il.moked.interaction.ejb.CallChanged;
import il.moked.interaction.ejb.CallEnded;
import il.moked.interaction.ejb.InteractionClosed;
import il.moked.interaction.ejb.MessageReceived;
import il.moked.routing.ActiveRules;
import il.moked.routing.StatutoryClock;
import il.moked.routing.StatutoryPolicy;
import il.moked.routing.StatutoryRecord;
import il.moked.routing.StatutoryRecord.End;
import il.moked.routing.StatutoryRecord.Kind;
import il.moked.routing.StatutoryRecords;
import il.moked.routing.WorkItem;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * Begins the clocks of the law and writes down how they ended, in the transaction in which it happened. Only the two
 * things the law knows end one: a person answers, or the customer does not want it any more. What happens in between, in
 * the line and among agents, is not heard here.
 */
@ApplicationScoped
public class StatutoryClocks {
    /** Of observers that others of the same event rely on. */
    private static final int EARLY = 1000;

    @Inject
    StatutoryRecords records;
    @Inject
    ActiveRules rules;
    @Inject
    OpeningHours hours;
    @Inject
    Calls calls;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    void received(@Observes MessageReceived event) {
        if (!event.opened() || !event.channel().dialled() || event.ownerId() != null) {
            return;
        }
        Instant dialled = calls.newestOf(event.interactionId()).map(Call::dialledAt).orElse(event.at());
        StatutoryPolicy policy = rules.statutory();
        records.add(event.subject() == null ? new StatutoryRecord(event.interactionId(), event.queueId(), policy.version(), null, dialled)
                : policy.answerClock(event.subject(), dialled).map(clock -> new StatutoryRecord(Kind.ANSWER, event.interactionId(), event.queueId(), clock))
                        .orElseGet(() -> new StatutoryRecord(event.interactionId(), event.queueId(), policy.version(), event.subject(), dialled)));
    }

    /** An exchange may tell late what a caller chose, or that he had dialled before: the limit counts from dialling whatever the order. */
    void changed(@Observes CallChanged event) {
        Call call = event.callId() == 0 ? null : calls.get(event.callId());
        if (call == null || call.direction() != Call.Direction.INBOUND || !call.inLine() || call.answeredAt().isPresent() || call.endedAt().isPresent()) {
            return;
        }
        call.subject().flatMap(subject -> rules.statutory().answerClock(subject, call.dialledAt())).ifPresent(clock -> records.latest(event.interactionId(), Kind.ANSWER).filter(StatutoryRecord::running).ifPresent(record -> {
            record.begunBy(call.dialledAt());
            record.limitedBy(clock);
        }));
    }

    /** A person talks to him, whoever called whom. */
    void answered(@Observes CallAnswered event) {
        boolean calledUs = calls.get(event.callId()).direction() == Call.Direction.INBOUND;
        records.latest(event.interactionId(), calledUs ? Kind.ANSWER : Kind.CALLBACK).filter(record -> calledUs || record.running()).ifPresent(record -> {
            if (calledUs) {
                record.begunBy(event.dialledAt());
            }
            record.answered(event.at(), event.agentId());
            tellBreach(record, event.at());
        });
        if (calledUs) {
            callBackOver(event.interactionId(), End.REACHED, event.at());
        }
    }

    /** Before anybody makes a call back of it: that he gave up comes first. */
    void abandoned(@Observes @Priority(EARLY) CallAbandoned event) {
        records.latest(event.interactionId(), Kind.ANSWER).ifPresent(record -> {
            record.begunBy(event.dialledAt());
            record.ended(End.ABANDONED, event.at());
            tellBreach(record, event.at());
        });
    }

    /** We called him, and nobody answered: the clock runs on. */
    void callEnded(@Observes @Priority(EARLY) CallEnded event) {
        if (event.direction() == Call.Direction.OUTBOUND && event.outcome() == Call.Outcome.NOT_REACHED) {
            records.latest(event.interactionId(), Kind.CALLBACK).filter(StatutoryRecord::running).ifPresent(record -> record.attempted(event.at()));
        }
    }

    /** He was told in writing that he was called in vain. */
    void noticed(long interactionId, Instant now) {
        records.latest(interactionId, Kind.CALLBACK).ifPresent(record -> record.noticed(now));
    }

    /** An agent closed it without a call: he found that none was needed. */
    void closed(@Observes InteractionClosed event) {
        callBackOver(event.interactionId(), End.WITHDRAWN, clock.instant());
    }

    /** The clock that runs for somebody who asks at that moment to be called, or from the moment he picked. One that runs already runs on. */
    StatutoryClock callBackClock(WorkItem item, Instant from) {
        return records.latest(item.interactionId(), Kind.CALLBACK).filter(StatutoryRecord::running).flatMap(StatutoryRecord::clock).orElseGet(() -> hours.callBackClock(rules.statutory(), item, from));
    }

    /** The customer himself picks another moment, or none any more: his choice begins a clock of its own. */
    void chosenAnew(WorkItem item, Instant from, Instant now) {
        records.latest(item.interactionId(), Kind.CALLBACK).filter(StatutoryRecord::running).filter(record -> from != null || record.startedAt().isAfter(now)).ifPresent(record -> {
            record.ended(End.ASKED_AGAIN, now);
            tellBreach(record, now);
        });
    }

    /** He chose to be called: nobody has to answer him on the line any more. A clock that runs already runs on. */
    void promised(WorkItem item, StatutoryClock clock, Instant now) {
        records.latest(item.interactionId(), Kind.ANSWER).ifPresent(record -> record.ended(End.CALLBACK, now));
        if (records.latest(item.interactionId(), Kind.CALLBACK).filter(StatutoryRecord::running).isEmpty()) {
            records.add(new StatutoryRecord(Kind.CALLBACK, item.interactionId(), item.queueId(), clock));
        }
    }

    void callbackEnded(@Observes @Priority(EARLY) CallbackEnded event) {
        callBackOver(event.interactionId(), event.how(), event.at());
    }

    private void callBackOver(long interactionId, End how, Instant at) {
        records.latest(interactionId, Kind.CALLBACK).filter(StatutoryRecord::running).ifPresent(record -> {
            record.ended(how, at);
            tellBreach(record, at);
        });
    }

    /** Its last third began, and nobody has answered. */
    void warn(StatutoryRecord record) {
        if (record.warn()) {
            events.tell(new StatutoryPressing(record.interactionId()));
        }
    }

    void tellBreach(StatutoryRecord record, Instant now) {
        if (!record.over(now).isZero() && record.tellBreach()) {
            events.tell(new StatutoryBreached(record.id(), record.interactionId(), record.queueId(), record.deadline().orElseThrow()));
        }
    }
}
