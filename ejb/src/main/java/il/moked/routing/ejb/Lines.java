// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.agent.Agents;
import il.moked.agent.Capacity;
import il.moked.agent.WorkWeight;
import il.moked.routing.StatutoryRecord;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

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
        events.tell(new WorkQueued(workItems.teamOf(queueId)));
    }

    /** A person serves him from that moment: whoever waited to be called was reached, on whatever way. */
    void served(WorkItem item, Instant at) {
        events.tell(new WorkServed(item.id(), item.interactionId(), item.queueId(), item.channel(), item.segment(), item.target(), item.waitingSince(), item.agentId().orElseThrow(), at));
    }

    /** An offer nobody answered yet goes back to the line, as old as it was. */
    void takeBack(WorkItem item) {
        long agent = item.agentId().orElseThrow();
        item.withdraw();
        offerEnded(item, agent, OfferEnded.WITHDRAWN);
    }

    /** An offer its agent declined, missed or lost: back to the line, as old as it was, and not to him again for a while. */
    void giveBack(WorkItem item, String why) {
        long agent = item.agentId().orElseThrow();
        item.returnToLine(clock.instant());
        offerEnded(item, agent, why);
    }

    private void offerEnded(WorkItem item, long agent, String why) {
        events.tell(new OfferEnded(item.id(), item.interactionId(), agent, why));
        look(item.queueId());
        agents.release(agent, item.work());
    }

    /** Work takes its units of an agent by a person's decision; what he was offered and cannot serve beside it goes back. */
    void take(long agentId, WorkWeight work) {
        List<WorkItem> offered = workItems.offeredTo(agentId);
        agents.take(agentId, work);
        makeRoom(agentId, offered);
    }

    /**
     * Whoever took work on himself, by taking over or by answering his telephone, gives back at once what he was offered and
     * cannot serve beside it: he misses nothing.
     *
     * @param offered what he was offered, locked before his capacity changed
     */
    void makeRoom(long agentId, List<WorkItem> offered) {
        List<WorkItem> open = offered.stream().filter(item -> item.state() == WorkItem.State.OFFERED).toList();
        if (open.isEmpty()) {
            return;
        }
        Capacity taken = agents.capacityOf(agentId);
        for (WorkItem item : open) {
            taken = taken.release(item.work());
        }
        for (WorkItem item : open) {
            if (taken.fits(item.work())) {
                taken = taken.take(item.work());
            } else {
                takeBack(item);
            }
        }
    }

    void release(WorkItem item) {
        if (item.loads()) {
            agents.release(item.agentId().orElseThrow(), item.work());
        }
    }

    /** An item's units go over to another agent; whoever had them is free for something else. @param before whose they were, or null */
    void move(WorkItem item, Long before, long agent) {
        if (before != null) {
            look(item.queueId());
        }
        List<WorkItem> offered = workItems.offeredTo(agent);
        if (before == null) {
            agents.take(agent, item.work());
        } else if (before < agent) {
            agents.release(before, item.work());
            agents.take(agent, item.work());
        } else if (before > agent) {
            agents.take(agent, item.work());
            agents.release(before, item.work());
        }
        makeRoom(agent, offered);
    }

    /** The customer left before anybody served this. Whoever was offered it still has its units: the caller releases him at last. */
    void leave(WorkItem item) {
        item.agentId().filter(agent -> item.loads()).ifPresent(agent -> events.tell(new OfferEnded(item.id(), item.interactionId(), agent, OfferEnded.WITHDRAWN)));
        item.abandoned();
        lost(item);
    }

    /** He goes where he is served better. */
    void sendOn(WorkItem item) {
        item.done();
        events.tell(new WorkSentOn(item.id(), item.interactionId(), item.queueId(), clock.instant()));
        look(item.queueId());
    }

    private void lost(WorkItem item) {
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
            lost(item);
        }
    }
}
