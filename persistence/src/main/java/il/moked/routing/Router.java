// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.channel.Channel;
import il.moked.routing.WaitingLines.Key;
import il.moked.routing.WaitingLines.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides who serves next. It is told what waits and who is at work, and looks again only at what a change can have
 * touched: the line an item came to, the lines an agent can serve, an item whose ask became wider. Among these the item
 * due first is served first, unless a late channel is behind its floor share; then {@link AgentChoice} picks the agent.
 * <p>
 * It is a memory of the tables, not the truth: whoever asks it claims item and capacity by a conditional update and, if
 * that fails, tells it the state he found. It knows no clock; every call brings the moment. Not safe for use by two
 * threads at once.
 */
public final class Router {
    private record Wake(Instant at, long itemId) {
    }

    private final WaitingLines lines = new WaitingLines();
    private final FreeAgents agents = new FreeAgents();
    private final OfferedShares shares;
    private final PriorityQueue<Wake> wakes = new PriorityQueue<>(Comparator.comparing(Wake::at).thenComparingLong(Wake::itemId));
    private final Set<Line> changedLines = new LinkedHashSet<>();
    private final Set<Long> changedAgents = new TreeSet<>();
    private RoutingPolicy policy;

    public Router(RoutingPolicy policy) {
        this(policy, new OfferedShares());
    }

    /** @param shares what was offered lately, kept by whoever makes a router for each round */
    public Router(RoutingPolicy policy, OfferedShares shares) {
        this.policy = policy;
        this.shares = shares;
    }

    /** New rules, effective at once for what waits already. */
    public void follow(RoutingPolicy newer, Instant now) {
        policy = newer;
        lines.items().forEach(item -> place(item, now));
    }

    /** An item waits, waits again or has changed. */
    public void queue(WaitingItem item, Instant now) {
        place(item, now);
    }

    /**
     * An agent declined or missed an item: it waits again, as old as it was, and he is not asked again for a while.
     *
     * @return the item as it waits now
     */
    public WaitingItem refused(WaitingItem item, long agentId, Instant now) {
        WaitingItem again = item.refusedBy(agentId, now.plus(policy.backOff()));
        place(again, now);
        return again;
    }

    /** An item waits no longer: the customer left, or reached somebody on another way. */
    public Optional<WaitingItem> remove(long itemId) {
        return lines.remove(itemId);
    }

    /** An agent came, or his capacity, skills or queues are different now. */
    public void atWork(AgentAtWork agent, Instant now) {
        Optional<AgentAtWork> before = agents.find(agent.id());
        agents.put(agent);
        changedAgents.add(agent.id());
        before.filter(known -> !known.queues().equals(agent.queues()) || !known.skills().equals(agent.skills())).ifPresent(known -> placeKeptFor(known, now));
    }

    /** An agent is not available any more: what was kept for him goes to the others. */
    public void gone(long agentId, Instant now) {
        agents.find(agentId).ifPresent(agent -> {
            agents.remove(agentId);
            placeKeptFor(agent, now);
        });
    }

    private void placeKeptFor(AgentAtWork agent, Instant now) {
        List<WaitingItem> kept = new ArrayList<>();
        agent.queues().forEach(queue -> lines.of(queue).stream().filter(line -> line.key().only() != null && line.key().only() == agent.id()).forEach(line -> line.items().forEach(kept::add)));
        kept.forEach(item -> place(item, now));
    }

    public Optional<AgentAtWork> agent(long agentId) {
        return agents.find(agentId);
    }

    public Optional<WaitingItem> find(long itemId) {
        return lines.find(itemId);
    }

    public int waiting() {
        return lines.size();
    }

    /** The next moment at which time alone may allow an offer. */
    public Optional<Instant> nextChange() {
        return Optional.ofNullable(wakes.peek()).map(Wake::at);
    }

    /** Everything that can be offered because of what was told since the last call, and of time that passed. */
    public List<Decision> decide(Instant now) {
        wake(now);
        Set<Line> touched = new HashSet<>(changedLines);
        for (long agentId : changedAgents) {
            agents.find(agentId).ifPresent(agent -> touched.addAll(servedBy(agent)));
        }
        changedLines.clear();
        changedAgents.clear();
        return offer(touched, now);
    }

    /** Looks at every line: the repair that finds what a lost notice left behind. Costs by the number of lines, not of items. */
    public List<Decision> sweep(Instant now) {
        changedLines.addAll(lines.all());
        return decide(now);
    }

    /** Why a waiting item is where it is, looking at everybody at work. Costs by the number of agents; for a person who asks. */
    public Optional<Decision> explain(long itemId, Instant now) {
        return lines.find(itemId).map(item -> AgentChoice.choose(item, ask(item, lines.keyOf(itemId).orElseThrow(), now), agents.all(), false, policy, now));
    }

    /** What the line it stands in asks for; its preferred agent may have come to work since, and does not hold the line up. */
    private RoutingPolicy.Ask ask(WaitingItem item, Key line, Instant now) {
        return new RoutingPolicy.Ask(policy.stepOf(item, now), line.asked(), line.only());
    }

    private void place(WaitingItem item, Instant now) {
        RoutingPolicy.Ask ask = policy.ask(item, agents.find(item.preferredAgentId()).orElse(null), now);
        changedLines.add(lines.put(item, Key.of(item, ask)));
        policy.relaxationOf(item.queueId()).endOf(ask.step()).ifPresent(end -> wakeAt(item.waitingSince().plus(end), item));
        if (ask.only() != null) {
            wakeAt(policy.preferredUntil(item), item);
        }
        item.nextAsk(now).ifPresent(again -> wakeAt(again, item));
    }

    private void wakeAt(Instant at, WaitingItem item) {
        wakes.add(new Wake(at, item.id()));
    }

    private void wake(Instant now) {
        while (!wakes.isEmpty() && !wakes.peek().at().isAfter(now)) {
            lines.find(wakes.poll().itemId()).ifPresent(item -> place(item, now));
        }
    }

    private List<Line> servedBy(AgentAtWork agent) {
        List<Line> served = new ArrayList<>();
        for (long queue : agent.queues()) {
            for (Line line : lines.of(queue)) {
                Key key = line.key();
                if ((key.only() == null || key.only() == agent.id()) && agent.capacity().fits(key.weight()) && key.asked().metBy(agent.skills())) {
                    served.add(line);
                }
            }
        }
        return served;
    }

    private List<Decision> offer(Set<Line> touched, Instant now) {
        Map<Channel, PriorityQueue<Line>> byChannel = new EnumMap<>(Channel.class);
        touched.stream().filter(line -> !line.isEmpty())
                .forEach(line -> byChannel.computeIfAbsent(line.key().channel(), channel -> new PriorityQueue<>(Comparator.comparing(Line::head, WaitingLines.MOST_URGENT_FIRST))).add(line));
        List<Decision> offers = new ArrayList<>();
        while (!byChannel.isEmpty()) {
            Channel channel = mostUrgent(byChannel, now);
            PriorityQueue<Line> urgent = byChannel.get(channel);
            Line line = urgent.poll();
            Decision decision = decide(line, now);
            if (decision.somebody()) {
                apply(decision, now);
                offers.add(decision);
                if (!line.isEmpty()) {
                    urgent.add(line);
                }
            }
            if (urgent.isEmpty()) {
                byChannel.remove(channel);
            }
        }
        return offers;
    }

    private Channel mostUrgent(Map<Channel, PriorityQueue<Line>> byChannel, Instant now) {
        Comparator<Channel> owedFirst = Comparator.comparing(channel -> !owed(byChannel.get(channel).peek(), now));
        return byChannel.keySet().stream().min(owedFirst.thenComparing(channel -> byChannel.get(channel).peek().head(), WaitingLines.MOST_URGENT_FIRST)).orElseThrow();
    }

    private boolean owed(Line line, Instant now) {
        return line.head().dueAt().isBefore(now) && shares.owed(line.key().channel(), policy.floor(), now);
    }

    /** The first of the line that somebody may take. Only an item that somebody declined is passed over: others ask for the same. */
    private Decision decide(Line line, Instant now) {
        boolean floorShare = owed(line, now);
        Decision decision = null;
        for (WaitingItem item : line.items()) {
            RoutingPolicy.Ask ask = ask(item, line.key(), now);
            decision = AgentChoice.choose(item, ask, agents.pool(item, ask), floorShare, policy, now);
            if (decision.somebody() || item.nextAsk(now).isEmpty()) {
                return decision;
            }
        }
        return decision;
    }

    private void apply(Decision decision, Instant now) {
        WaitingItem item = decision.item();
        lines.remove(item.id());
        agents.find(decision.agentId()).ifPresent(agent -> agents.put(agent.offered(item.weight(), now)));
        shares.offered(item.channel(), now);
    }
}
