// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.agent.WorkWeight;
import il.moked.channel.Channel;
import il.moked.customer.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/**
 * A day that was, served once more by other rules: the same contacts come at the same moments and take as long as they
 * took, the same agents are there, and rounds of the {@link Router} decide, one for each team to which something happens
 * and every five seconds one for each that has people waiting, as in the running service. Time jumps from event to event.
 * Everybody waits until he is served, every offer is accepted at once: two runs can be compared with each other, not with
 * the day itself.
 */
public final class DayReplay {
    private static final Duration SWEEP = Duration.ofSeconds(5);
    private static final int MOST_OFFERS = 1_000;

    /** @param handling how long whoever serves it is taken by it */
    public record Arrival(long id, Instant at, long queueId, Channel channel, Segment segment, WorkWeight weight, Requirement requirement, Duration target, Duration handling) {
    }

    /** An agent who is there from, inclusive, to, exclusive. */
    public record Shift(AgentAtWork agent, long teamId, Instant from, Instant to) {
    }

    /** @param unserved who was still waiting when the last agent had gone; counted as served late */
    public record Outcome(Map<Segment, ServiceCounts> bySegment, Map<Channel, ServiceCounts> byChannel, int unserved) {
        public ServiceCounts all() {
            return byChannel.values().stream().reduce(ServiceCounts.NONE, ServiceCounts::plus);
        }
    }

    private record Event(Instant at, long number, Runnable what) {
    }

    private final class Team {
        private final LinesInMemory lines = new LinesInMemory();
        private final Map<Long, AgentAtWork> agents = new HashMap<>();
        private final OfferedShares shares = new OfferedShares();

        void round() {
            if (lines.size() > 0) {
                List<AgentAtWork> free = agents.values().stream().filter(agent -> agent.capacity().hasRoom()).toList();
                if (!free.isEmpty()) {
                    new Router(policy, shares, free, agent -> Optional.empty(), now).round(lines, Set.of(), MOST_OFFERS).forEach(decision -> serve(this, decision));
                }
            }
        }
    }

    private final RoutingPolicy policy;
    private final Map<Long, Long> teamOfQueue;
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::number));
    private final Map<Long, Team> teams = new TreeMap<>();
    private final Set<Team> touched = new LinkedHashSet<>();
    private final Map<Long, Arrival> waiting = new HashMap<>();
    private final Map<Segment, ServiceCounts> bySegment = new EnumMap<>(Segment.class);
    private final Map<Channel, ServiceCounts> byChannel = new EnumMap<>(Channel.class);
    private long number;
    private Instant now;
    private Instant sweep;

    private DayReplay(Map<Long, Long> teamOfQueue, RoutingPolicy policy) {
        this.teamOfQueue = teamOfQueue;
        this.policy = policy;
    }

    /** @param teamOfQueue who serves what waits in a queue; in one that is not named nobody is served */
    public static Outcome run(List<Arrival> arrivals, List<Shift> shifts, Map<Long, Long> teamOfQueue, RoutingPolicy policy) {
        DayReplay day = new DayReplay(teamOfQueue, policy);
        shifts.forEach(shift -> {
            day.at(shift.from(), () -> day.team(shift.teamId()).agents.put(shift.agent().id(), shift.agent()));
            day.at(shift.to(), () -> day.team(shift.teamId()).agents.remove(shift.agent().id()));
        });
        arrivals.forEach(arrival -> day.at(arrival.at(), () -> day.come(arrival)));
        day.live();
        return day.outcome();
    }

    private void at(Instant when, Runnable what) {
        events.add(new Event(when, number++, what));
    }

    private Team team(long id) {
        Team team = teams.computeIfAbsent(id, unknown -> new Team());
        touched.add(team);
        return team;
    }

    private void live() {
        now = sweep = events.isEmpty() ? Instant.MIN : events.peek().at();
        while (!events.isEmpty()) {
            Instant next = events.peek().at();
            boolean sweeps = !waiting.isEmpty() && sweep.isBefore(next);
            now = sweeps ? sweep : next;
            if (sweeps) {
                touched.addAll(teams.values());
            }
            while (!sweep.isAfter(now)) {
                sweep = waiting.isEmpty() ? now.plus(SWEEP) : sweep.plus(SWEEP);
            }
            while (!events.isEmpty() && !events.peek().at().isAfter(now)) {
                events.poll().what().run();
            }
            List<Team> rounds = List.copyOf(touched);
            touched.clear();
            rounds.forEach(Team::round);
        }
    }

    private void come(Arrival arrival) {
        waiting.put(arrival.id(), arrival);
        Optional.ofNullable(teamOfQueue.get(arrival.queueId())).ifPresent(team -> team(team).lines.put(
                new WaitingItem(arrival.id(), arrival.queueId(), arrival.channel(), arrival.weight(), arrival.requirement(), arrival.at(), DueTime.of(arrival.at(), arrival.target()), arrival.target(), null, Map.of())));
    }

    private void serve(Team team, Decision decision) {
        Arrival arrival = waiting.remove(decision.item().id());
        team.lines.remove(arrival.id());
        team.shares.offered(arrival.channel(), now);
        count(arrival, Duration.between(arrival.at(), now));
        long agent = decision.agentId();
        team.agents.computeIfPresent(agent, (id, free) -> free.offered(arrival.weight(), now));
        at(now.plus(arrival.handling()), () -> {
            team.agents.computeIfPresent(agent, (id, busy) -> busy.released(arrival.weight()));
            touched.add(team);
        });
    }

    private void count(Arrival arrival, Duration wait) {
        bySegment.merge(arrival.segment(), ServiceCounts.NONE.withAnswered(wait, arrival.target()), ServiceCounts::plus);
        byChannel.merge(arrival.channel(), ServiceCounts.NONE.withAnswered(wait, arrival.target()), ServiceCounts::plus);
    }

    private Outcome outcome() {
        int left = waiting.size();
        waiting.values().forEach(arrival -> count(arrival, arrival.target().plus(Duration.ofDays(1))));
        return new Outcome(bySegment, byChannel, left);
    }
}
