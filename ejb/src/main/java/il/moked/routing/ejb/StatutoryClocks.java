// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.interaction.Call;
import il.moked.interaction.Calls;
import il.moked.interaction.ejb.CallAbandoned;
import il.moked.interaction.ejb.CallAnswered;
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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * Begins the clocks of the law and writes down how they ended, in the transaction in which it happened. Only the two
 * things the law knows end one: a person answers, or the customer does not want it any more. What happens in between, in
 * the line and among agents, is not heard here.
 */
@ApplicationScoped
public class StatutoryClocks {
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

    void received(@Observes MessageReceived event) {
        if (!event.opened() || !event.channel().spoken() || event.ownerId() != null) {
            return;
        }
        Instant dialled = calls.newestOf(event.interactionId()).map(Call::dialledAt).orElse(event.at());
        StatutoryPolicy policy = rules.statutory();
        records.add(event.subject() == null ? new StatutoryRecord(event.interactionId(), event.queueId(), policy.version(), null, dialled)
                : policy.answerClock(event.subject(), dialled).map(clock -> new StatutoryRecord(Kind.ANSWER, event.interactionId(), event.queueId(), clock))
                        .orElseGet(() -> new StatutoryRecord(event.interactionId(), event.queueId(), policy.version(), event.subject(), dialled)));
    }

    void answered(@Observes CallAnswered event) {
        if (calls.get(event.callId()).direction() == Call.Direction.INBOUND) {
            records.latest(event.interactionId(), Kind.ANSWER).ifPresent(record -> {
                record.begunBy(event.dialledAt());
                record.answered(event.at(), event.agentId());
                tellBreach(record, event.at());
            });
        }
    }

    void abandoned(@Observes CallAbandoned event) {
        records.latest(event.interactionId(), Kind.ANSWER).ifPresent(record -> {
            record.begunBy(event.dialledAt());
            record.ended(End.ABANDONED, event.at());
            tellBreach(record, event.at());
        });
    }

    /** An agent calls him who waits to be called. */
    void served(@Observes WorkServed event) {
        records.latest(event.interactionId(), Kind.CALLBACK).filter(StatutoryRecord::running).ifPresent(record -> {
            record.answered(event.at(), event.agentId());
            tellBreach(record, event.at());
        });
    }

    /** The clock that runs for somebody who asks at that moment to be called, or from the moment he picked. */
    StatutoryClock callBackClock(WorkItem item, Instant from) {
        return hours.callBackClock(rules.statutory(), item, from);
    }

    /** He chose to be called: nobody has to answer him on the line any more. A clock that runs already runs on. */
    void promised(WorkItem item, StatutoryClock clock, Instant now) {
        records.latest(item.interactionId(), Kind.ANSWER).ifPresent(record -> record.ended(End.CALLBACK, now));
        if (records.latest(item.interactionId(), Kind.CALLBACK).filter(StatutoryRecord::running).isEmpty()) {
            records.add(new StatutoryRecord(Kind.CALLBACK, item.interactionId(), item.queueId(), clock));
        }
    }

    void callbackEnded(@Observes CallbackEnded event) {
        records.latest(event.interactionId(), Kind.CALLBACK).filter(StatutoryRecord::running).ifPresent(record -> {
            record.ended(event.how(), event.at());
            tellBreach(record, event.at());
        });
    }

    void tellBreach(StatutoryRecord record, Instant now) {
        if (!record.over(now).isZero() && record.tellBreach()) {
            events.tell(new StatutoryBreached(record.id(), record.interactionId(), record.queueId(), record.deadline().orElseThrow()));
        }
    }
}
