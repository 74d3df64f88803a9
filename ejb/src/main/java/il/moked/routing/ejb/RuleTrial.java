// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.agent.Agents;
import il.moked.agent.Capacity;
import il.moked.agent.SkillProfile;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.CustomerFacts;
import il.moked.customer.KnownFacts;
import il.moked.customer.Segment;
import il.moked.customer.SegmentRules;
import il.moked.customer.SegmentRulesText;
import il.moked.routing.ActiveRules;
import il.moked.routing.AgentAtWork;
import il.moked.routing.DayReplay;
import il.moked.routing.DayReplay.Arrival;
import il.moked.routing.DayReplay.Shift;
import il.moked.routing.RecentContacts;
import il.moked.routing.RecentContacts.Row;
import il.moked.routing.Requirement;
import il.moked.routing.RoutingRules;
import il.moked.routing.RoutingRulesText;
import il.moked.routing.RuleVersions;
import il.moked.routing.ServiceCounts;
import il.moked.routing.TargetTimes;
import il.moked.routing.WorkItems;
import il.moked.routing.WorkQueue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tries changed rules against the contacts of the last 24 hours before they are put in force. Nothing is changed by it.
 * Which queue and segment a contact would have had is exact; how long it would have waited is a replay of the day
 * ({@link DayReplay}) by the rules in force and by the changed ones, told beside what was recorded.
 */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class RuleTrial {
    /** Newest contacts looked at; more make the answer no better. */
    public static final int MOST = 20_000;

    private static final Duration BACK = Duration.ofHours(24);
    private static final int EXAMPLES = 5;
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    /** A conversation by text rests between its messages; longer than this is rest. */
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration USUAL = Duration.ofMinutes(4);

    @Inject
    RecentContacts contacts;
    @Inject
    KnownFacts facts;
    @Inject
    ActiveRules active;
    @Inject
    RuleVersions versions;
    @Inject
    WorkItems workItems;
    @Inject
    TargetTimes times;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Agents agents;
    @Inject
    Clock clock;

    /** So many contacts that were there would be there now. @param examples references of some of them */
    public record Move(String from, String to, int contacts, List<String> examples) {
    }

    /** How often a rule decided. @param rule its name, null when none held */
    public record Used(String rule, int before, int after) {
    }

    /**
     * How many of a group were served within their target, as shares from 0 to 1, null where there was nobody.
     *
     * @param recorded on the day, against the targets in force
     */
    public record Attained(String group, int contacts, Double recorded, Double before, Double after, Duration waitBefore, Duration waitAfter) {
        public Double change() {
            return before == null || after == null ? null : after - before;
        }
    }

    /** @param cut whether there were more than {@link #MOST} */
    public record SegmentOutcome(Instant since, int contacts, int customers, boolean cut, int changed, List<Move> moves, List<Used> used) {
    }

    /** @param agents who served on the day; without any there is nothing to replay */
    public record RoutingOutcome(Instant since, int contacts, boolean cut, int changed, List<Move> moves, List<Used> used, int agents, List<Attained> bySegment, List<Attained> byChannel) {
    }

    /** @throws il.moked.shared.BusinessException when the content is not one of segment rules */
    public SegmentOutcome segments(String content) {
        SegmentRules before = active.segments();
        SegmentRules after = SegmentRulesText.read(before.version() + 1, content);
        Instant now = clock.instant();
        List<Row> rows = contacts.since(now.minus(BACK), MOST);
        Map<Long, Map<CustomerFacts.Fact, Long>> known = known(rows);
        Tally<Segment> moves = new Tally<>();
        Map<String, int[]> used = new HashMap<>();
        Set<Long> seen = new HashSet<>();
        for (Row row : rows) {
            if (!seen.add(row.customerId())) {
                continue;
            }
            Map<CustomerFacts.Fact, Long> stored = known.getOrDefault(row.customerId(), Map.of());
            SegmentRules.Choice was = KnownFacts.choose(before, row.kind(), row.given(), row.knownSince(), stored, now);
            SegmentRules.Choice is = KnownFacts.choose(after, row.kind(), row.given(), row.knownSince(), stored, now);
            moves.add(was.segment(), is.segment(), row.reference());
            used.computeIfAbsent(was.rule(), name -> new int[2])[0]++;
            used.computeIfAbsent(is.rule(), name -> new int[2])[1]++;
        }
        return new SegmentOutcome(now.minus(BACK), rows.size(), seen.size(), rows.size() == MOST, moves.changed(), moves.list(), used(used));
    }

    private Map<Long, Map<CustomerFacts.Fact, Long>> known(List<Row> rows) {
        List<Long> ids = rows.stream().map(Row::customerId).distinct().toList();
        Map<Long, Map<CustomerFacts.Fact, Long>> known = new HashMap<>();
        for (int from = 0; from < ids.size(); from += 1000) {
            known.putAll(facts.of(ids.subList(from, Math.min(ids.size(), from + 1000))));
        }
        return known;
    }

    /** @throws il.moked.shared.BusinessException when the content is not one of routing rules */
    public RoutingOutcome routing(String content) {
        RoutingRules before = active.routing();
        RoutingRules after = RoutingRulesText.read(before.version() + 1, content);
        Instant now = clock.instant();
        List<Row> all = contacts.since(now.minus(BACK), MOST);
        // who stands in a branch waits there whatever the rules name, and is called instead of being offered
        List<Row> rows = all.stream().filter(row -> !row.channel().inPerson()).toList();
        Tally<String> moves = new Tally<>();
        Map<String, int[]> used = new HashMap<>();
        for (Row row : rows) {
            RoutingRules.Contact contact = contact(row);
            RoutingRules.LineRule was = before.lineFor(contact).orElse(null);
            RoutingRules.LineRule is = after.lineFor(contact).orElse(null);
            moves.add(row.queue(), is == null ? own(row, was) : is.queue(), row.reference());
            used.computeIfAbsent(was == null ? null : was.name(), name -> new int[2])[0]++;
            used.computeIfAbsent(is == null ? null : is.name(), name -> new int[2])[1]++;
        }
        List<Shift> shifts = shifts(rows);
        List<Attained> bySegment = List.of();
        List<Attained> byChannel = List.of();
        if (!shifts.isEmpty()) {
            Map<String, Long> queueIds = versions.queueIds();
            Map<Long, Long> teams = workItems.queues().stream().collect(Collectors.toMap(WorkQueue::id, WorkQueue::teamId));
            DayReplay.Outcome old = DayReplay.run(arrivals(rows, before, before, queueIds), shifts, teams, before.policy(queueIds));
            DayReplay.Outcome changed = DayReplay.run(arrivals(rows, after, before, queueIds), shifts, teams, after.policy(queueIds));
            Predicate<Row> inTime = row -> row.servedAt() != null && Duration.between(row.waitingSince(), row.servedAt()).compareTo(within(row, row.queue(), before, queueIds)) <= 0;
            bySegment = attained(Segment.values(), rows, Row::waitedAs, old.bySegment(), changed.bySegment(), inTime);
            byChannel = attained(Channel.values(), rows, Row::channel, old.byChannel(), changed.byChannel(), inTime);
        }
        return new RoutingOutcome(now.minus(BACK), rows.size(), all.size() == MOST, moves.changed(), moves.list(), used(used), shifts.size(), bySegment, byChannel);
    }

    private static RoutingRules.Contact contact(Row row) {
        return new RoutingRules.Contact(row.channel(), row.account(), row.waitedAs(), row.subject(), row.language());
    }

    /** Where a contact waits that no changed rule sends anywhere: in the queue it was in, unless an old rule had sent it there. */
    private static String own(Row row, RoutingRules.LineRule was) {
        return was == null ? row.queue() : row.accountQueue();
    }

    private List<Arrival> arrivals(List<Row> rows, RoutingRules rules, RoutingRules inForce, Map<String, Long> queueIds) {
        List<Arrival> arrivals = new ArrayList<>();
        for (Row row : rows) {
            RoutingRules.LineRule line = rules.lineFor(contact(row)).orElse(null);
            String queue = line == null ? own(row, inForce.lineFor(contact(row)).orElse(null)) : line.queue();
            Requirement requirement = line == null ? Requirement.NONE : line.requirement();
            arrivals.add(new Arrival(row.interactionId(), row.waitingSince(), queueIds.getOrDefault(queue, 0L), row.channel(), row.waitedAs(), rules.weights().of(row.channel()), requirement,
                    within(row, queue, rules, queueIds), handling(row)));
        }
        return arrivals;
    }

    /** Its target as time of the clock: one in business hours is as much longer as one does not work meanwhile. */
    private Duration within(Row row, String queue, RoutingRules rules, Map<String, Long> queueIds) {
        Duration target = rules.target(row.waitedAs(), queue, row.channel());
        Long queueId = queueIds.get(queue);
        return queueId == null ? target : Duration.between(row.waitingSince(), times.of(rules.hours(row.waitedAs(), queue, row.channel()), accounts.get(row.account()), queueId).late(row.waitingSince(), target));
    }

    private static Duration handling(Row row) {
        if (row.servedAt() == null || row.closedAt() == null || row.closedAt().isBefore(row.servedAt())) {
            return USUAL;
        }
        Duration took = Duration.between(row.servedAt(), row.closedAt());
        return took.compareTo(SHORTEST) < 0 ? SHORTEST : took.compareTo(LONGEST) > 0 ? LONGEST : took;
    }

    /** Everybody who served, from the beginning of the hour of his first contact to the end of his last. */
    private List<Shift> shifts(List<Row> rows) {
        Map<Long, Instant> from = new HashMap<>();
        Map<Long, Instant> to = new HashMap<>();
        for (Row row : rows) {
            if (row.agentId() != null && row.servedAt() != null) {
                from.merge(row.agentId(), row.servedAt().truncatedTo(java.time.temporal.ChronoUnit.HOURS), (one, other) -> one.isBefore(other) ? one : other);
                to.merge(row.agentId(), row.servedAt().plus(handling(row)), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        List<Shift> shifts = new ArrayList<>();
        new java.util.TreeMap<>(from).forEach((id, begin) -> agents.find(id).ifPresent(agent -> {
            SkillProfile skills = agents.skills(agent.teamId()).getOrDefault(id, SkillProfile.NONE);
            AgentAtWork atWork = new AgentAtWork(id, skills, new Capacity(agent.capacity(), 0, 0), begin);
            shifts.add(new Shift(atWork, agent.teamId(), begin, to.get(id)));
        }));
        return shifts;
    }

    private static <G extends Enum<G>> List<Attained> attained(G[] groups, List<Row> rows, Function<Row, G> of, Map<G, ServiceCounts> before, Map<G, ServiceCounts> after, Predicate<Row> inTime) {
        List<Attained> list = new ArrayList<>();
        for (G group : groups) {
            List<Row> own = rows.stream().filter(row -> of.apply(row) == group).toList();
            if (own.isEmpty()) {
                continue;
            }
            long recorded = own.stream().filter(inTime).count();
            ServiceCounts old = before.getOrDefault(group, ServiceCounts.NONE);
            ServiceCounts changed = after.getOrDefault(group, ServiceCounts.NONE);
            list.add(new Attained(group.name(), own.size(), (double) recorded / own.size(), share(old), share(changed), old.averageSpeedOfAnswer().orElse(null), changed.averageSpeedOfAnswer().orElse(null)));
        }
        return list;
    }

    private static Double share(ServiceCounts counts) {
        return counts.answered() == 0 ? null : (double) counts.answeredInTime() / counts.answered();
    }

    private static List<Used> used(Map<String, int[]> counts) {
        return counts.entrySet().stream().map(entry -> new Used(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                .sorted(Comparator.comparing((Used use) -> use.rule() == null).thenComparing(use -> use.rule() == null ? "" : use.rule())).toList();
    }

    /** Counts what stays and what goes from one place to another. */
    private static final class Tally<K> {
        private record Way(String from, String to) {
        }

        private final Map<Way, Integer> counts = new HashMap<>();
        private final Map<Way, List<String>> examples = new HashMap<>();

        void add(K from, K to, String example) {
            Way way = new Way(from.toString(), to.toString());
            counts.merge(way, 1, Integer::sum);
            List<String> shown = examples.computeIfAbsent(way, any -> new ArrayList<>());
            if (!from.equals(to) && shown.size() < EXAMPLES) {
                shown.add(example);
            }
        }

        int changed() {
            return counts.entrySet().stream().filter(entry -> !entry.getKey().from().equals(entry.getKey().to())).mapToInt(Map.Entry::getValue).sum();
        }

        /** What goes elsewhere first, the most first. */
        List<Move> list() {
            return counts.entrySet().stream().map(entry -> new Move(entry.getKey().from(), entry.getKey().to(), entry.getValue(), List.copyOf(examples.get(entry.getKey()))))
                    .sorted(Comparator.comparing((Move move) -> move.from().equals(move.to())).thenComparing(Comparator.comparingInt(Move::contacts).reversed()).thenComparing(Move::from)).toList();
        }
    }
}
