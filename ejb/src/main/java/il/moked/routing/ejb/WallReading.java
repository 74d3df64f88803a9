// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.Outages;
import il.moked.customer.Segment;
import il.moked.routing.AgentState;
import il.moked.routing.ChannelStanding;
import il.moked.routing.Equality;
import il.moked.routing.Floor;
import il.moked.routing.LineCounts;
import il.moked.routing.LineKey;
import il.moked.routing.LineRecord;
import il.moked.routing.LineSums;
import il.moked.routing.QueueGoals;
import il.moked.routing.RoutingRules;
import il.moked.routing.ServiceLevelFormula;
import il.moked.routing.TargetTimes;
import il.moked.routing.WorkItems;
import il.moked.routing.WorkQueue;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The state of the service, for whoever watches over it. A handful of reads whose cost depends neither on history nor on how many wait. */
@Stateless
@RolesAllowed({Role.SUPERVISOR, Role.INTEGRATION})
public class WallReading {
    private static final int TREND_QUARTERS = 8;
    private static final int NEXT = 12;
    private static final Duration LONGEST_HISTORY = Duration.ofDays(31);

    @Inject
    LineCounts counts;
    @Inject
    WorkItems workItems;
    @Inject
    QueueGoals goals;
    @Inject
    TargetTimes times;
    @Inject
    RuleAdjusting adjusting;
    @Inject
    Floor floor;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Outages outages;
    @Inject
    Clock clock;
    /** Whose midnight begins the day of the wall. */
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    public Wall now() {
        Instant now = clock.instant();
        Instant from = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        Map<Long, Map<Channel, Wall.Cell>> cells = cells(from);
        Map<Long, Map<Instant, LineSums>> trends = trends(now);
        Map<Long, Integer> wanted = goals.all();
        RoutingRules rules = adjusting.inForce();
        List<Wall.Line> lines = new ArrayList<>();
        Set<Long> beforeCounters = accounts.all().stream().filter(account -> account.channel().inPerson()).map(ChannelAccount::queueId).collect(Collectors.toSet());
        for (WorkQueue queue : workItems.queues()) {
            lines.add(line(queue, beforeCounters.contains(queue.id()), new Wall.Goal(rules.formula(queue.code()).formula(), wanted.getOrDefault(queue.id(), QueueGoals.DEFAULT)), cells.getOrDefault(queue.id(), Map.of()), trends.getOrDefault(queue.id(), Map.of()), now));
        }
        Set<Channel> used = new TreeSet<>(accounts.open());
        for (Wall.Line line : lines) {
            line.channels().forEach((channel, cell) -> {
                if (cell.used()) {
                    used.add(channel);
                }
            });
        }
        Wall.Cell total = lines.stream().map(Wall.Line::all).reduce(Wall.Cell.EMPTY, Wall.Cell::plus);
        Wall.Fairness fairness = fairness(standings(lines, answeredSince(now.minus(rules.floor().window())), now), rules.floor().window(), rules.fairness());
        return new Wall(now, from, lines, inPerson(lines, trends, now), List.copyOf(used), total, people(floor.people()), fairness, outages.all());
    }

    /** In whole quarters of an hour: at least since that moment. */
    private Map<Channel, Long> answeredSince(Instant from) {
        Map<Channel, Long> answered = new EnumMap<>(Channel.class);
        counts.since(LineKey.quarterOf(from)).forEach(line -> answered.merge(line.channel(), line.sums().answered(), Long::sum));
        return answered;
    }

    private List<ChannelStanding> standings(List<Wall.Line> lines, Map<Channel, Long> answered, Instant now) {
        Map<Channel, Wall.Cell> cells = new EnumMap<>(Channel.class);
        Map<Channel, Double> oldest = new EnumMap<>(Channel.class);
        for (Wall.Line line : lines) {
            line.channels().forEach((channel, cell) -> {
                cells.merge(channel, cell, Wall.Cell::plus);
                if (cell.longest() != null) {
                    oldest.merge(channel, waitByTarget(cell.longest(), now), Math::max);
                }
            });
        }
        List<ChannelStanding> standings = new ArrayList<>();
        cells.forEach((channel, cell) -> {
            if (cell.used()) {
                standings.add(new ChannelStanding(channel, cell.sums(), answered.getOrDefault(channel, 0L), cell.waiting(), cell.overdue(), oldest.get(channel)));
            }
        });
        return standings;
    }

    /** To a tenth: that is what is read from afar. */
    private double waitByTarget(LineCounts.Longest longest, Instant now) {
        Duration waited = times.of(longest.calendarCode()).between(longest.since(), now);
        return Math.round(10.0 * waited.toMillis() / Math.max(1, longest.target().toMillis())) / 10.0;
    }

    private Map<Long, Map<Channel, Wall.Cell>> cells(Instant from) {
        Map<Long, Map<Channel, Wall.Cell>> cells = new HashMap<>();
        for (LineCounts.Level level : counts.levels()) {
            cells.computeIfAbsent(level.queueId(), queue -> new EnumMap<>(Channel.class)).put(level.channel(), new Wall.Cell(level.waiting(), level.overdue(), level.longest(), LineSums.NONE));
        }
        for (LineCounts.ByChannel day : counts.since(from)) {
            cells.computeIfAbsent(day.queueId(), queue -> new EnumMap<>(Channel.class)).merge(day.channel(), new Wall.Cell(0, 0, null, day.sums()), Wall.Cell::plus);
        }
        return cells;
    }

    private Map<Long, Map<Instant, LineSums>> trends(Instant now) {
        Map<Long, Map<Instant, LineSums>> trends = new HashMap<>();
        for (LineCounts.ByQuarter quarter : counts.quartersSince(firstOfTrend(now))) {
            trends.computeIfAbsent(quarter.queueId(), queue -> new HashMap<>()).merge(quarter.quarter(), quarter.sums(), LineSums::plus);
        }
        return trends;
    }

    private static Instant firstOfTrend(Instant now) {
        return LineKey.quarterOf(now).minus(LineKey.QUARTER.multipliedBy(TREND_QUARTERS));
    }

    private static Wall.Line line(WorkQueue queue, boolean inPerson, Wall.Goal goal, Map<Channel, Wall.Cell> channels, Map<Instant, LineSums> trend, Instant now) {
        Wall.Cell all = channels.values().stream().reduce(Wall.Cell.EMPTY, Wall.Cell::plus);
        return new Wall.Line(queue.id(), queue.code(), queue.name("he"), queue.name("en"), queue.teamId(), inPerson, goal, all, channels, goal.formula().of(all.sums().service()), points(goal, trend, now));
    }

    private static List<Wall.Point> points(Wall.Goal goal, Map<Instant, LineSums> trend, Instant now) {
        List<Wall.Point> points = new ArrayList<>();
        for (int quarter = 0; quarter <= TREND_QUARTERS; quarter++) {
            Instant begins = firstOfTrend(now).plus(LineKey.QUARTER.multipliedBy(quarter));
            points.add(new Wall.Point(begins, goal.formula().of(trend.getOrDefault(begins, LineSums.NONE).service())));
        }
        return points;
    }

    /** With thirty branches nobody reads thirty lines. */
    private static Wall.Line inPerson(List<Wall.Line> lines, Map<Long, Map<Instant, LineSums>> trends, Instant now) {
        List<Wall.Line> those = lines.stream().filter(Wall.Line::inPerson).toList();
        if (those.size() < 2) {
            return null;
        }
        Wall.Goal goal = new Wall.Goal(ServiceLevelFormula.DEFAULT, QueueGoals.DEFAULT);
        Map<Channel, Wall.Cell> channels = new EnumMap<>(Channel.class);
        Map<Instant, LineSums> trend = new HashMap<>();
        those.forEach(line -> {
            line.channels().forEach((channel, cell) -> channels.merge(channel, cell, Wall.Cell::plus));
            trends.getOrDefault(line.queueId(), Map.of()).forEach((quarter, sums) -> trend.merge(quarter, sums, LineSums::plus));
        });
        Wall.Cell all = those.stream().map(Wall.Line::all).reduce(Wall.Cell.EMPTY, Wall.Cell::plus);
        return new Wall.Line(0, "", "", "", 0, true, goal, all, channels, goal.formula().of(all.sums().service()), points(goal, trend, now));
    }

    static Wall.People people(List<Floor.Person> everybody) {
        Map<AgentState, Integer> states = new EnumMap<>(AgentState.class);
        everybody.forEach(person -> states.merge(person.state(), 1, Integer::sum));
        return new Wall.People(states, (int) everybody.stream().filter(Floor.Person::roomLeft).count());
    }

    static Wall.Fairness fairness(List<ChannelStanding> channels, Duration lately, Equality.Limits limits) {
        List<ChannelStanding> compared = channels.stream().filter(one -> one.attainment().isPresent()).sorted(Comparator.comparingDouble(one -> one.attainment().getAsDouble())).toList();
        Equality equality = Equality.of(compared.stream().map(one -> one.attainment().getAsDouble()).toList(), limits);
        return new Wall.Fairness(equality, channels, lately, compared.size() < 2 ? null : compared.get(compared.size() - 1), compared.size() < 2 ? null : compared.get(0));
    }

    /** The people and what each has in hand. */
    public List<Floor.Person> people() {
        return floor.people();
    }

    /** Names of the skills by code. */
    public Map<String, String> skillNames(String language) {
        return floor.skillNames(language);
    }

    /** The next few of a line. */
    public List<Floor.Waiter> next(long queueId) {
        return floor.next(queueId, NEXT);
    }

    /** The waits of one contact, first one first. */
    public List<Wait> waits(long workItemId) {
        return counts.recordsOf(workItemId).stream().map(Wait::of).toList();
    }

    /** One wait in one line; what has not happened is null. */
    public record Wait(long queueId, Channel channel, Segment segment, Duration target, Instant waitingSince, Instant enteredAt, Instant servedAt, Instant abandonedAt, Instant movedAt, Long agentId, Instant finishedAt, Boolean inTime) {
        static Wait of(LineRecord record) {
            return new Wait(record.queueId(), record.channel(), record.segment(), record.target(), record.waitingSince(), record.enteredAt(), record.servedAt().orElse(null), record.abandonedAt().orElse(null),
                    record.movedAt().orElse(null), record.agentId().orElse(null), record.finishedAt().orElse(null), record.inTime().orElse(null));
        }
    }

    /**
     * Quarters of an hour, oldest first.
     *
     * @param queue its code, null for all
     * @throws BusinessException {@code routing.history-range} when it is not 0 to 31 days, {@code routing.unknown-queue}
     */
    public List<LineCounts.Row> history(Instant from, Instant to, String queue) {
        if (to.isBefore(from) || Duration.between(from, to).compareTo(LONGEST_HISTORY) > 0) {
            throw new BusinessException("routing.history-range");
        }
        return counts.between(from, to, queue == null ? null : workItems.queues().stream().filter(known -> known.code().equals(queue)).map(WorkQueue::id).findFirst().orElseThrow(() -> new NotFoundException("routing.unknown-queue")));
    }

    /** Codes of the queues by id. */
    public Map<Long, String> queues() {
        return workItems.queues().stream().collect(Collectors.toMap(WorkQueue::id, WorkQueue::code));
    }
}
