// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.channel.Channel;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * Decides who serves next: one round over all lines of one team and its agents who have room. Of what somebody may take
 * the item due first is served first, whatever its queue and channel, unless a late channel is behind its floor share;
 * then {@link AgentChoice} picks the agent.
 * <p>
 * What it costs grows with the number of lines and not with what waits in them, and yet no item hides another. An item
 * asks less the longer it waits ({@link Relaxation}), and what all items of a line ask at first is the same. So for each
 * line there is one first step at which somebody free may serve it, and nothing but the items that have reached that step
 * is read of it, the one due first of these; a line that nobody free may serve at any step is not read at all. Fresh
 * items that ask for what nobody has, however early they are due, are thus passed over by the index and not by this class.
 * What is left to pass over is what its only possible agents have just declined, and what is kept for an agent who is
 * about to be free: both last for seconds. Behind those the line is read on from where the reading stopped, page by page.
 * (Lines of what is asked <em>now</em> would do the same, but every waiting item would have to be written again at each of
 * its steps.)
 * <p>
 * It changes nothing: whoever asks it claims item and capacity by a conditional update, and asks again when that failed.
 * It knows no clock. One object is one round.
 */
public final class Router {
    private static final int FIRST_PAGE = 10;
    private static final int LARGEST_PAGE = 200;
    /** Items of a line passed over in one round. No service has so many just declined or kept; a fault must not make a round endless. */
    private static final int MOST_PASSED = 2_000;

    private final RoutingPolicy policy;
    private final OfferedShares shares;
    private final FreeAgents agents = new FreeAgents();
    private final LongFunction<Optional<AgentAtWork>> summingUp;
    private final Map<Long, Optional<AgentAtWork>> asked = new HashMap<>();
    private final Instant now;

    /**
     * @param shares what was offered lately; what this round decides is counted in a copy, for whether it is offered in fact is not known here
     * @param atWork who is available; those without room may be among them
     * @param summingUp the agent of that id if he is not available yet but about to be: he sums up a call; with the units he will have then
     */
    public Router(RoutingPolicy policy, OfferedShares shares, Collection<AgentAtWork> atWork, LongFunction<Optional<AgentAtWork>> summingUp, Instant now) {
        this.policy = policy;
        this.shares = shares.copy(policy.floor(), now);
        this.summingUp = summingUp;
        this.now = now;
        atWork.forEach(agents::put);
    }

    /** A line as far as it was read. */
    private final class Reading {
        private final WorkLine line;
        private final Deque<WaitingItem> read = new ArrayDeque<>();
        private int step;
        private int page = FIRST_PAGE;
        private int passed;
        private WaitingItem last;
        private boolean ended;

        Reading(WorkLine line, int step) {
            this.line = line;
            this.step = step;
        }

        Instant since() {
            return step == 0 ? Instant.MAX : now.minus(policy.relaxationOf(line.queueId()).steps().get(step).after());
        }

        void add(WaitingItem item, Set<Long> leftOut) {
            last = item;
            if (!leftOut.contains(item.id())) {
                read.add(item);
            }
        }

        WaitingItem head() {
            return read.peekFirst();
        }

        /** Makes its head an item that somebody may take by skills and units as they are left now. @return false when there is none */
        boolean settled(WaitingLines lines, Set<Long> leftOut) {
            int first = firstStep(line, step);
            if (first < 0 || passed > MOST_PASSED) {
                return false;
            }
            if (first > step) {
                step = first;
                Instant since = since();
                read.removeIf(item -> item.waitingSince().isAfter(since));
            }
            while (read.isEmpty() && !ended) {
                List<WaitingItem> next = lines.behind(last, since(), page);
                ended = next.size() < page;
                page = Math.min(LARGEST_PAGE, page * 2);
                next.forEach(item -> add(item, leftOut));
            }
            return !read.isEmpty();
        }
    }

    /**
     * @param leftOut ids of items others are just dealing with
     * @param most offers in this round
     */
    public List<Decision> round(WaitingLines waiting, Set<Long> leftOut, int most) {
        Map<Channel, PriorityQueue<Reading>> byChannel = begin(waiting, leftOut);
        List<Decision> offers = new ArrayList<>();
        while (!byChannel.isEmpty() && offers.size() < most) {
            Channel channel = mostUrgent(byChannel);
            PriorityQueue<Reading> urgent = byChannel.get(channel);
            Reading line = urgent.poll();
            WaitingItem head = line.head();
            boolean open = line.settled(waiting, leftOut);
            if (open && line.head() == head) {
                decide(line).ifPresentOrElse(offers::add, () -> line.passed++);
                line.read.pollFirst();
                open = line.settled(waiting, leftOut);
            }
            if (open) {
                urgent.add(line);
            } else if (urgent.isEmpty()) {
                byChannel.remove(channel);
            }
        }
        return offers;
    }

    private Map<Channel, PriorityQueue<Reading>> begin(WaitingLines waiting, Set<Long> leftOut) {
        Map<WorkLine, Reading> open = new HashMap<>();
        Map<WorkLine, Instant> since = new HashMap<>();
        for (WorkLine line : waiting.lines()) {
            int step = firstStep(line, 0);
            if (step >= 0) {
                Reading reading = new Reading(line, step);
                open.put(line, reading);
                since.put(line, reading.since());
            }
        }
        Map<Channel, PriorityQueue<Reading>> byChannel = new EnumMap<>(Channel.class);
        for (WaitingItem head : since.isEmpty() ? List.<WaitingItem>of() : waiting.heads(since)) {
            Reading line = open.get(head.line());
            line.add(head, leftOut);
            if (line.settled(waiting, leftOut)) {
                byChannel.computeIfAbsent(head.channel(), channel -> new PriorityQueue<>(Comparator.comparing(Reading::head, WaitingLines.MOST_URGENT_FIRST))).add(line);
            }
        }
        return byChannel;
    }

    /** The first step from that one on at which somebody may serve the line; -1 when nobody may. */
    private int firstStep(WorkLine line, int from) {
        Relaxation relaxation = policy.relaxationOf(line.queueId());
        for (int step = from; step < relaxation.steps().size(); step++) {
            if (agents.anybodyFor(line.weight(), relaxation.ask(line.asked(), step))) {
                return step;
            }
        }
        return -1;
    }

    private Channel mostUrgent(Map<Channel, PriorityQueue<Reading>> byChannel) {
        Comparator<Channel> owedFirst = Comparator.comparing(channel -> !owed(byChannel.get(channel).peek().head()));
        return byChannel.keySet().stream().min(owedFirst.thenComparing(channel -> byChannel.get(channel).peek().head(), WaitingLines.MOST_URGENT_FIRST)).orElseThrow();
    }

    private boolean owed(WaitingItem item) {
        return item.dueAt().isBefore(now) && shares.owed(item.channel(), policy.floor(), now);
    }

    private Optional<Decision> decide(Reading line) {
        WaitingItem item = line.head();
        RoutingPolicy.Ask ask = ask(item);
        if (ask.only() != null) {
            return Optional.empty();
        }
        Decision decision = AgentChoice.choose(item, ask, agents.pool(item.weight(), ask.requirement()), owed(item), policy, now);
        if (!decision.somebody()) {
            return Optional.empty();
        }
        agents.put(agents.get(decision.agentId()).offered(item.weight(), now));
        shares.offered(item.channel(), now);
        return Optional.of(decision);
    }

    private RoutingPolicy.Ask ask(WaitingItem item) {
        Long preferred = item.preferredAgentId();
        AgentAtWork soon = preferred == null || !now.isBefore(policy.preferredUntil(item)) ? null : asked.computeIfAbsent(preferred, summingUp::apply).orElse(null);
        return policy.ask(item, soon, now);
    }

    /**
     * Why a waiting item is where it is, looking at everybody at work, with the units they have left after what this round
     * decided: asked after {@link #round}, it tells what remains for this item when all that is due before it has been
     * served.
     */
    public Decision explain(WaitingItem item) {
        return AgentChoice.choose(item, ask(item), agents.all(), false, policy, now);
    }
}
