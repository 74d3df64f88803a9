// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.ejb.CurrentUser;
import il.moked.customer.Segment;
import il.moked.interaction.ejb.Commanding;
import il.moked.routing.Equality;
import il.moked.routing.QueueGoals;
import il.moked.routing.RoutingRules;
import il.moked.routing.RoutingRules.Formula;
import il.moked.routing.RoutingRules.Target;
import il.moked.routing.ServiceLevelFormula;
import il.moked.routing.TargetHours;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a supervisor changes in the lines. Every change is told and audited. */
@Stateless
@RolesAllowed(Role.SUPERVISOR)
public class LineControl {
    private static final Duration LONGEST_TARGET = Duration.ofDays(31);

    @Inject
    WorkItems workItems;
    @Inject
    Lines lines;
    @Inject
    QueueGoals goals;
    @Inject
    RuleAdjusting adjusting;
    @Inject
    Commanding commanding;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** Another formula for a queue's service level: the counts stay, the printed figure changes. */
    public void measureBy(long queueId, ServiceLevelFormula formula) {
        String queue = workItems.queue(queueId).code();
        adjusting.change(rules -> with(rules, rules.targets(), formulas(rules, queue, formula), rules.fairness()), "formula " + queue + " " + formula);
    }

    private static List<Formula> formulas(RoutingRules rules, String queue, ServiceLevelFormula wanted) {
        Formula before = rules.formula(queue);
        List<Formula> formulas = new ArrayList<>(rules.formulas());
        if (before.formula() != wanted) {
            formulas.removeIf(formula -> queue.equals(formula.queue()));
            formulas.add(0, new Formula(queue, wanted, before.within(), before.shortUpTo()));
        }
        return formulas;
    }

    /** @param percent of the contacts that should be in time, 1 to 100 @throws BusinessException {@code routing.goal-out-of-range} */
    public void aimAt(long queueId, int percent) {
        workItems.queue(queueId);
        int before = goals.all().getOrDefault(queueId, QueueGoals.DEFAULT);
        if (before != percent) {
            goals.set(queueId, percent);
            events.tell(new ThresholdChanged("queue", queueId, "goal " + before + " > " + percent));
        }
    }

    /** Targets that hold for a whole segment; more particular ones are for the administrator. */
    public Map<Segment, Duration> targets() {
        Map<Segment, Duration> targets = new EnumMap<>(Segment.class);
        adjusting.inForce().targets().stream().filter(LineControl::ofSegment).forEach(target -> targets.putIfAbsent(target.segment(), target.within()));
        return targets;
    }

    private static boolean ofSegment(Target target) {
        return target.segment() != null && target.queue() == null && target.channel() == null;
    }

    public Equality.Limits limits() {
        return adjusting.inForce().fairness();
    }

    /** How long a customer of that segment should wait at most; for contacts that come from now on. @throws BusinessException {@code routing.target-out-of-range} */
    public void serveWithin(Segment segment, Duration within) {
        if (within.toSeconds() < 1 || within.compareTo(LONGEST_TARGET) > 0) {
            throw new BusinessException("routing.target-out-of-range");
        }
        adjusting.change(rules -> {
            List<Target> targets = new ArrayList<>(rules.targets());
            TargetHours before = targets.stream().filter(target -> ofSegment(target) && target.segment() == segment).map(Target::hours).filter(Objects::nonNull).findFirst().orElse(null);
            targets.removeIf(target -> ofSegment(target) && target.segment() == segment);
            targets.add(new Target(segment, null, null, within, before));
            return with(rules, targets, rules.formulas(), rules.fairness());
        }, "target " + segment + " " + within.toSeconds());
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
        adjusting.change(rules -> with(rules, rules.targets(), rules.formulas(), limits), "fairness " + amberIndex + " " + amberGap + " " + redIndex + " " + redGap);
    }

    private static RoutingRules with(RoutingRules rules, List<Target> targets, List<Formula> formulas, Equality.Limits limits) {
        return new RoutingRules(rules.version(), rules.lines(), targets, formulas, rules.relaxation(), rules.relaxations(), rules.weights(), rules.floor(), limits, rules.timing(), rules.hours());
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
        lines.giveBack(item, OfferEnded.TAKEN_BACK);
    }

    /**
     * His telephone rings, and he hears the call that is being served; it ends when he hangs up. Only the audit tells of it.
     *
     * @throws BusinessException {@code routing.not-a-call} when it is not spoken or nobody speaks with the customer now, and as {@link Commanding#listenIn}
     */
    public void listenIn(long workItemId) {
        WorkItem item = workItems.find(workItemId).filter(found -> found.state() == WorkItem.State.ACCEPTED && found.channel().dialled()).orElseThrow(() -> new BusinessException("routing.not-a-call"));
        StaffUser supervisor = currentUser.get();
        Optional<Long> heard = commanding.listenIn(item.interactionId(), supervisor);
        events.tell(new ListenInAsked(workItemId, item.interactionId(), supervisor.id(), heard.or(item::agentId).orElse(null)));
    }
}
