// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.agent.Agents;
import il.moked.customer.Segment;
import il.moked.routing.Equality;
import il.moked.routing.ListenIns;
import il.moked.routing.QueueGoals;
import il.moked.routing.ServiceLevelFormula;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What a supervisor changes in the lines. Every change is told and audited. */
@Stateless
@RolesAllowed(Role.SUPERVISOR)
public class LineControl {
    @Inject
    WorkItems workItems;
    @Inject
    Agents agents;
    @Inject
    QueueGoals goals;
    @Inject
    ListenIns listenIns;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** Another formula for a queue's service level: the counts stay, the printed figure changes. */
    public void measureBy(long queueId, ServiceLevelFormula formula) {
        workItems.queue(queueId);
        QueueGoals.Goal before = goals.of(queueId);
        if (before.formula() != formula) {
            goals.set(queueId, new QueueGoals.Goal(formula, before.percent()));
            events.tell(new ThresholdChanged("queue", queueId, "formula " + before.formula() + " > " + formula));
        }
    }

    /** @param percent of the contacts that should be in time, 1 to 100 @throws BusinessException {@code routing.goal-out-of-range} */
    public void aimAt(long queueId, int percent) {
        workItems.queue(queueId);
        QueueGoals.Goal before = goals.of(queueId);
        if (before.percent() != percent) {
            goals.set(queueId, new QueueGoals.Goal(before.formula(), percent));
            events.tell(new ThresholdChanged("queue", queueId, "goal " + before.percent() + " > " + percent));
        }
    }

    public Map<Segment, Duration> targets() {
        return goals.targets();
    }

    public Map<Long, QueueGoals.Goal> goals() {
        return goals.all();
    }

    public Equality.Limits limits() {
        return goals.limits();
    }

    /** How long a customer of that segment should wait at most; for contacts that come from now on. */
    public void serveWithin(Segment segment, Duration target) {
        Duration before = goals.targets().get(segment);
        if (!target.equals(before)) {
            goals.set(segment, target);
            events.tell(new ThresholdChanged("segment", null, segment + " target " + (before == null ? "-" : before.toSeconds()) + " > " + target.toSeconds()));
        }
    }

    /** When the light of equality changes. @throws BusinessException {@code routing.limits-wrong} when red does not lie beyond amber */
    public void warnAt(double amberIndex, double amberGap, double redIndex, double redGap) {
        for (double share : new double[] {amberIndex, amberGap, redIndex, redGap}) {
            if (!(share >= 0 && share <= 1)) {
                throw new BusinessException("routing.limits-wrong");
            }
        }
        if (redIndex > amberIndex || redGap < amberGap) {
            throw new BusinessException("routing.limits-wrong");
        }
        Equality.Limits limits = new Equality.Limits(amberIndex, amberGap, redIndex, redGap);
        Equality.Limits before = goals.limits();
        if (!limits.equals(before)) {
            goals.set(limits);
            events.tell(new ThresholdChanged("equality", null, before.amberIndex() + " " + before.amberGap() + " " + before.redIndex() + " " + before.redGap() + " > " + amberIndex + " " + amberGap + " " + redIndex + " " + redGap));
        }
    }

    /**
     * Takes an offer back from who has not answered it: it goes to the line with its age kept, and is not offered to him
     * again for a while.
     *
     * @throws BusinessException {@code routing.not-offered} when it ended meanwhile
     */
    public void takeBack(long workItemId) {
        WorkItem item = workItems.getLocked(workItemId);
        if (item.state() != WorkItem.State.OFFERED) {
            throw new BusinessException("routing.not-offered");
        }
        long agentId = item.agentId().orElseThrow();
        agents.release(agentId, item.work());
        item.returnToLine(clock.instant());
        events.tell(new OfferEnded(item.id(), item.interactionId(), agentId, "routing.offer-taken-back"));
        events.tell(new WorkQueued(item.queueId(), 0));
    }

    /**
     * Asks to hear a call that is being served. The wish is stored and told as {@link ListenInAsked}; a telephony adapter
     * that can do it observes that event and sends its command. Nothing is heard unless one does.
     *
     * @throws BusinessException {@code routing.not-a-call} when it is not spoken or nobody speaks with the customer now
     */
    public void listenIn(long workItemId) {
        WorkItem item = workItems.getLocked(workItemId);
        if (item.state() != WorkItem.State.ACCEPTED || !listenIns.spoken(workItemId)) {
            throw new BusinessException("routing.not-a-call");
        }
        long supervisor = currentUser.get().id();
        if (listenIns.ask(workItemId, supervisor, clock.instant())) {
            events.tell(new ListenInAsked(workItemId, item.interactionId(), supervisor, true));
        }
    }

    public void stopListening(long workItemId) {
        long supervisor = currentUser.get().id();
        if (listenIns.end(workItemId, supervisor, clock.instant())) {
            events.tell(new ListenInAsked(workItemId, workItems.getLocked(workItemId).interactionId(), supervisor, false));
        }
    }

    /** Work items the caller asked to hear. */
    public Set<Long> heard() {
        return listenIns.of(currentUser.get().id());
    }
}
