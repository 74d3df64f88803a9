// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.routing.Decision.Candidate;
import il.moked.routing.Decision.Reason;
import il.moked.routing.Decision.Refusal;
import il.moked.routing.Decision.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The rule that picks one of several agents for an item: whoever may take it, the preferred one first, else the best
 * score (how well he suits, and how long he is idle), else the longest idle, else the lowest id. Pure: the same pool
 * gives the same choice, in whatever order it comes.
 */
public final class AgentChoice {
    private static final double MILLIS = 1_000;

    private final WaitingItem item;
    private final RoutingPolicy.Ask ask;
    private final RoutingPolicy policy;
    private final Instant now;
    private final Comparator<Candidate> bestFirst;
    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<Reason, Integer> refused = new EnumMap<>(Reason.class);
    private final List<Refusal> examples = new ArrayList<>();

    private AgentChoice(WaitingItem item, RoutingPolicy.Ask ask, RoutingPolicy policy, Instant now) {
        this.item = item;
        this.ask = ask;
        this.policy = policy;
        this.now = now;
        Comparator<Candidate> preferredFirst = Comparator.comparing(candidate -> item.preferredAgentId() == null || item.preferredAgentId() != candidate.agentId());
        this.bestFirst = preferredFirst.thenComparing(Comparator.comparingDouble(Candidate::score).reversed()).thenComparing(Comparator.comparingLong(Candidate::idleSeconds).reversed()).thenComparingLong(Candidate::agentId);
    }

    /**
     * @param pool agents who might do; those who cannot are refused with the reason
     * @param floorShare whether the item is served now because its channel was behind
     */
    public static Decision choose(WaitingItem item, RoutingPolicy.Ask ask, Collection<AgentAtWork> pool, boolean floorShare, RoutingPolicy policy, Instant now) {
        AgentChoice choice = new AgentChoice(item, ask, policy, now);
        pool.forEach(choice::consider);
        return choice.decide(floorShare);
    }

    private void consider(AgentAtWork agent) {
        Reason reason = reasonAgainst(agent);
        if (reason == null) {
            long idle = Math.max(0, Duration.between(agent.idleSince(), now).toMillis());
            int suits = item.requirement().suits(agent.skills());
            candidates.add(new Candidate(agent.id(), suits, idle / (long) MILLIS, suits * policy.suitSeconds() + idle / MILLIS));
            return;
        }
        refused.merge(reason, 1, Integer::sum);
        if (examples.size() < Decision.SHOWN) {
            examples.add(new Refusal(agent.id(), reason, reason == Reason.SKILL_MISSING ? ask.requirement().missing(agent.skills()) : Set.of()));
        }
    }

    private Reason reasonAgainst(AgentAtWork agent) {
        if (ask.only() != null && ask.only() != agent.id()) {
            return Reason.KEPT_FOR_PREFERRED;
        }
        if (!ask.requirement().metBy(agent.skills())) {
            return Reason.SKILL_MISSING;
        }
        if (!agent.capacity().fits(item.weight())) {
            return Reason.NO_CAPACITY;
        }
        return item.mayGoTo(agent.id(), now) ? null : Reason.BACKING_OFF;
    }

    private Decision decide(boolean floorShare) {
        Candidate chosen = candidates.stream().min(bestFirst).orElse(null);
        boolean preferred = chosen != null && item.preferredAgentId() != null && item.preferredAgentId() == chosen.agentId();
        Why why = chosen == null ? Why.NOBODY : preferred ? Why.PREFERRED : candidates.size() == 1 ? Why.ONLY_ONE : Why.BEST_SCORE;
        return new Decision(item, chosen == null ? null : (Long) chosen.agentId(), why, floorShare, policy.version(), now, Duration.between(item.waitingSince(), now), ask.step(),
                policy.relaxationOf(item.queueId()).dropped(item.requirement(), ask.step()), ask.only(), best(), candidates.size(), Map.copyOf(refused), List.copyOf(examples));
    }

    /** The few that are shown; sorting them all would cost more than choosing. */
    private List<Candidate> best() {
        if (candidates.size() <= Decision.SHOWN) {
            return candidates.stream().sorted(bestFirst).toList();
        }
        PriorityQueue<Candidate> worstOnTop = new PriorityQueue<>(Decision.SHOWN + 1, bestFirst.reversed());
        for (Candidate candidate : candidates) {
            worstOnTop.add(candidate);
            if (worstOnTop.size() > Decision.SHOWN) {
                worstOnTop.poll();
            }
        }
        return worstOnTop.stream().sorted(bestFirst).toList();
    }
}
