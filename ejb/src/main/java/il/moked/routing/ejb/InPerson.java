// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.StaffUser;
import il.moked.agent.Agents;
import il.moked.agent.Capacity;
import il.moked.agent.Skill;
import il.moked.agent.SkillProfile;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Interactions;
import il.moked.routing.AgentAtWork;
import il.moked.routing.Decision;
import il.moked.routing.OfferedShares;
import il.moked.routing.Placement;
import il.moked.routing.Requirement;
import il.moked.routing.Router;
import il.moked.routing.RoutingDecisions;
import il.moked.routing.RoutingPolicy;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.routing.WorkLines;
import il.moked.routing.ejb.LineChoice.Wanted;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The line of who stands before counters: the same items, due times, skills and decisions as for every other contact, but
 * whoever is free calls the next instead of being offered him. From the call until he sits down he goes on waiting, as a caller
 * does who is put through. Works within the transaction of whoever calls; locks the conversation first, then the item.
 */
@ApplicationScoped
public class InPerson {
    /** More than clerks who press the button at the same moment. */
    private static final int MOST_TRIES = 50;

    @Inject
    WorkItems workItems;
    @Inject
    WorkLines workLines;
    @Inject
    LineChoice choice;
    @Inject
    Lines lines;
    @Inject
    RoutingDecisions reasons;
    @Inject
    Interactions interactions;
    @Inject
    Agents agents;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /**
     * Who was just received waits for somebody who can do that, and is due then.
     *
     * @param asked beside what the rules ask for @param due his hour or the place he was given before; null: by his age
     * @return when he is due
     */
    public Instant asks(long interactionId, Requirement asked, Instant due) {
        WorkItem item = item(interactionId);
        if (!asked.skills().isEmpty()) {
            item.asks(placed(interactions.get(interactionId), item, asked));
        }
        if (due != null) {
            item.appointed(due);
        }
        return item.dueAt();
    }

    private Placement placed(Interaction interaction, WorkItem item, Requirement asked) {
        Wanted wanted = new Wanted(item.channel(), interaction.accountId(), item.queueId(), item.segment(), interaction.language(), item.subject().orElse(null), item.waitingSince());
        return choice.placeIn(item.queueId(), wanted, asked);
    }

    /**
     * Who is due first of those this clerk can serve is his from now on, and on his way to him. Two who ask at once never get
     * the same.
     *
     * @param counter what whoever sits at that counter may do beside what he knows @param kept conversations that wait for somebody else
     * @return the conversation; empty when nobody waits whom he can serve
     */
    public Optional<Long> next(StaffUser clerk, long teamId, long queueId, Set<Skill> counter, Set<Long> kept) {
        RoutingPolicy policy = choice.policy();
        Instant now = clock.instant();
        AgentAtWork self = new AgentAtWork(clerk.id(), skills(clerk.id(), teamId, counter), new Capacity(100, 0, 0), now);
        Set<Long> passed = new HashSet<>();
        kept.forEach(interaction -> workItems.findFor(interaction).ifPresent(item -> passed.add(item.id())));
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            List<Decision> decided = new Router(policy, new OfferedShares(), List.of(self), nobody -> Optional.empty(), now).round(workLines.inPerson(queueId, policy.backOff()), passed, 1);
            if (decided.isEmpty()) {
                return Optional.empty();
            }
            long itemId = decided.get(0).item().id();
            Optional<Long> his = take(clerk, workItems.interactionOf(itemId));
            if (his.isPresent()) {
                reasons.add(decided.get(0));
                return his;
            }
            passed.add(itemId);
        }
        return Optional.empty();
    }

    private SkillProfile skills(long clerkId, long teamId, Set<Skill> counter) {
        Map<Skill, Integer> levels = new HashMap<>(agents.skills(teamId).getOrDefault(clerkId, SkillProfile.NONE).levels());
        counter.forEach(skill -> levels.merge(skill, SkillProfile.HIGHEST, Math::max));
        return new SkillProfile(levels);
    }

    /** Out of turn. @return the conversation; empty when he does not wait any more */
    public Optional<Long> take(StaffUser clerk, long interactionId) {
        Instant now = clock.instant();
        Interaction interaction = interactions.getLocked(interactionId);
        WorkItem item = item(interactionId);
        if (item.state() != WorkItem.State.WAITING || !interaction.open()) {
            return Optional.empty();
        }
        item.takenBy(clerk.id(), now);
        item.connects(null);
        interaction.ownedBy(clerk);
        interactions.add(new InteractionEvent(interaction, InteractionEvent.Kind.ACCEPTED, clerk.userName(), null, now));
        lines.take(clerk.id(), item.work());
        return Optional.of(interactionId);
    }

    /** He sits down. */
    public void begins(long interactionId) {
        Instant now = clock.instant();
        Interaction interaction = interactions.getLocked(interactionId);
        WorkItem item = item(interactionId);
        item.connected(now);
        interaction.callerWaitsNoLonger(now);
        events.tell(new WorkTaken(item.id(), interactionId, item.channel(), item.agentId().orElseThrow(), now));
        lines.served(item, now);
    }

    /** He waits again, as old as he was. */
    public void back(long interactionId) {
        Interaction interaction = interactions.getLocked(interactionId);
        WorkItem item = item(interactionId);
        Instant due = item.dueAt();
        Instant since = item.waitingSince();
        lines.release(item);
        if (item.connecting()) {
            item.notConnected();
        } else {
            item.queueAgain(placed(interaction, item, item.requirement()), since, null);
            item.appointed(due);
        }
        interaction.giveToTeam(interaction.teamId());
        interaction.callerWaits(since);
        lines.queued(item);
    }

    /** Who was gone is there again after all, as old as he was. @return when he is due */
    public Instant again(long interactionId) {
        Interaction interaction = interactions.getLocked(interactionId);
        WorkItem item = item(interactionId);
        Instant due = item.dueAt();
        Instant since = item.waitingSince();
        if (!interaction.open()) {
            interaction.reopen(clock.instant());
        }
        item.queueAgain(placed(interaction, item, item.requirement()), since, null);
        item.appointed(due);
        interaction.giveToTeam(interaction.teamId());
        interaction.callerWaits(since);
        lines.queued(item);
        return due;
    }

    /** Somebody stands before the counters: what these clerks were offered in writing and have not answered goes back to its line. */
    public void first(Collection<Long> clerks) {
        clerks.stream().sorted().forEach(clerk -> workItems.offeredTo(clerk).forEach(lines::takeBack));
    }

    /** He is gone, served by nobody. */
    public void gone(long interactionId) {
        WorkItem item = item(interactionId);
        if (item.state() == WorkItem.State.ACCEPTED) {
            lines.finish(item);
        } else if (item.unserved()) {
            lines.leave(item);
        }
    }

    /** He goes to another branch; he did not give up. */
    public void sentOn(long interactionId) {
        WorkItem item = item(interactionId);
        if (item.unserved()) {
            lines.sendOn(item);
        } else {
            gone(interactionId);
        }
    }

    private WorkItem item(long interactionId) {
        return workItems.findFor(interactionId).orElseThrow(() -> new BusinessException("routing.changed"));
    }
}
