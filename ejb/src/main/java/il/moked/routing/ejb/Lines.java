// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.agent.Agents;
import il.moked.routing.StatutoryRecord;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** The steps of an item through its line that several activities share: each changes the item and its agent's capacity, and tells. */
@ApplicationScoped
class Lines {
    @Inject
    WorkItems workItems;
    @Inject
    Agents agents;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** It waits, or waits again. */
    void queued(WorkItem item) {
        events.tell(new WorkWaiting(item.id(), item.interactionId(), item.queueId(), item.channel(), item.segment(), item.target(), item.waitingSince(), clock.instant()));
        look(item.queueId());
    }

    /** Something may be offered in that line now. */
    void look(long queueId) {
        events.tell(new WorkQueued(queueId, 0));
    }

    /** A person serves him from that moment: whoever waited to be called was reached, on whatever way. */
    void served(WorkItem item, Instant at) {
        events.tell(new WorkServed(item.id(), item.interactionId(), item.queueId(), item.channel(), item.segment(), item.target(), item.waitingSince(), item.agentId().orElseThrow(), at));
    }

    /** An offer nobody answered yet goes back to the line, as old as it was. */
    void takeBack(WorkItem item) {
        long agent = item.agentId().orElseThrow();
        agents.release(agent, item.work());
        item.withdraw();
        events.tell(new OfferEnded(item.id(), item.interactionId(), agent, "routing.offer-withdrawn"));
        look(item.queueId());
    }

    void release(WorkItem item) {
        if (item.loads()) {
            agents.release(item.agentId().orElseThrow(), item.work());
        }
    }

    /** The customer left, or was reached on another way, before anybody served this. */
    void leave(WorkItem item) {
        item.agentId().filter(agent -> item.loads()).ifPresent(agent -> events.tell(new OfferEnded(item.id(), item.interactionId(), agent, "routing.offer-withdrawn")));
        release(item);
        item.abandoned();
        events.tell(new WorkAbandoned(item.id(), item.interactionId(), item.queueId(), item.channel(), item.segment(), item.target(), item.waitingSince(), clock.instant()));
    }

    /** Its agent's work on it is over, whether or not it is closed. */
    void worked(WorkItem item) {
        events.tell(new WorkFinished(item.id(), item.interactionId(), item.queueId(), item.channel(), item.segment(), item.target(), item.waitingSince(), item.agentId().orElseThrow(), item.servedAt().orElseThrow(), clock.instant()));
    }

    void finish(WorkItem item) {
        boolean worked = item.agentId().isPresent() && item.servedAt().isPresent() && item.state() != WorkItem.State.DONE;
        boolean unheard = item.connecting();
        release(item);
        item.done();
        if (unheard) {
            notServed(item);
        }
        if (worked) {
            worked(item);
        }
        look(item.queueId());
    }

    /** Its agent ended it before anybody spoke. */
    private void notServed(WorkItem item) {
        if (item.kind() == WorkItem.Kind.CALLBACK) {
            events.tell(new CallbackEnded(item.id(), item.interactionId(), StatutoryRecord.End.WITHDRAWN, clock.instant()));
        } else {
            events.tell(new WorkAbandoned(item.id(), item.interactionId(), item.queueId(), item.channel(), item.segment(), item.target(), item.waitingSince(), clock.instant()));
        }
    }
}
