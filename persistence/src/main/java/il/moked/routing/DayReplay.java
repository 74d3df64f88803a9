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
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * A day that was, served once more by other rules: the same contacts come at the same moments and take as long as they
 * took, the same agents are there, and the {@link Router} decides. Time jumps from event to event. Everybody waits until
 * he is served, every offer is accepted at once: two runs can be compared with each other, not with the day itself.
 */
public final class DayReplay {
    /** @param handling how long whoever serves it is taken by it */
    public record Arrival(long id, Instant at, long queueId, Channel channel, Segment segment, WorkWeight weight, Requirement requirement, Duration target, Duration handling) {
    }

    /** An agent who is there from, inclusive, to, exclusive. */
    public record Shift(AgentAtWork agent, Instant from, Instant to) {
    }

    /** @param unserved who was still waiting when the last agent had gone; counted as served late */
    public record Outcome(Map<Segment, ServiceCounts> bySegment, Map<Channel, ServiceCounts> byChannel, int unserved) {
        public ServiceCounts all() {
            return byChannel.values().stream().reduce(ServiceCounts.NONE, ServiceCounts::plus);
        }
    }

    private record Event(Instant at, long number, Runnable what) {
    }

    private final Router router;
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::number));
    private final Map<Long, Arrival> waiting = new HashMap<>();
    private final Map<Segment, ServiceCounts> bySegment = new EnumMap<>(Segment.class);
    private final Map<Channel, ServiceCounts> byChannel = new EnumMap<>(Channel.class);
    private long number;
    private Instant now = Instant.MIN;

    private DayReplay(RoutingPolicy policy) {
        router = new Router(policy);
    }

    public static Outcome run(List<Arrival> arrivals, List<Shift> shifts, RoutingPolicy policy) {
        DayReplay day = new DayReplay(policy);
        shifts.forEach(shift -> {
            day.at(shift.from(), () -> day.router.atWork(shift.agent(), day.now));
            day.at(shift.to(), () -> day.router.gone(shift.agent().id(), day.now));
        });
        arrivals.forEach(arrival -> day.at(arrival.at(), () -> day.come(arrival)));
        day.live();
        return day.outcome();
    }

    private void at(Instant when, Runnable what) {
        events.add(new Event(when, number++, what));
    }

    private void live() {
        while (!events.isEmpty()) {
            Instant wake = router.nextChange().orElse(Instant.MAX);
            Instant next = wake.isBefore(events.peek().at()) ? wake : events.peek().at();
            now = next.isBefore(now) ? now : next;
            while (!events.isEmpty() && !events.peek().at().isAfter(now)) {
                events.poll().what().run();
            }
            router.decide(now).stream().filter(Decision::somebody).forEach(this::serve);
        }
    }

    private void come(Arrival arrival) {
        waiting.put(arrival.id(), arrival);
        router.queue(new WaitingItem(arrival.id(), arrival.queueId(), arrival.channel(), arrival.weight(), arrival.requirement(), arrival.at(), DueTime.of(arrival.at(), arrival.target()), arrival.target(), null, Map.of()), now);
    }

    private void serve(Decision decision) {
        Arrival arrival = waiting.remove(decision.item().id());
        count(arrival, Duration.between(arrival.at(), now));
        long agent = decision.agentId();
        at(now.plus(arrival.handling()), () -> router.agent(agent).ifPresent(busy -> router.atWork(busy.released(arrival.weight()), now)));
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
