// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.agent.CapacityWeights;
import il.moked.channel.Channel;
import il.moked.customer.Segment;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that an administrator sets about where a contact waits, how long it may and who serves it, as one versioned whole.
 * Queues, accounts and skills are named by their codes.
 *
 * @param version 1 upwards
 * @param lines the first that matches a contact decides its queue and skills; when none does it waits in its account's own queue and asks for no skill
 * @param targets the most particular one that matches holds, see {@link #target}
 * @param formulas how the service level of a queue is counted; one without a queue holds for all others
 * @param relaxation of queues that have none of their own
 * @param relaxations by queue code
 * @param hours in which targets run that do not say it themselves, by channel; {@link TargetHours#usual} where a channel is not named
 */
public record RoutingRules(int version, List<LineRule> lines, List<Target> targets, List<Formula> formulas, Relaxation relaxation, Map<String, Relaxation> relaxations, CapacityWeights weights, FloorShare floor,
        Equality.Limits fairness, Timing timing, Map<Channel, TargetHours> hours) {
    /** When no target matches. */
    public static final Duration WHEN_UNSET = Duration.ofMinutes(5);

    /** A contact as a line rule looks at it. @param account code @param subject as chosen in a menu or form, or null */
    public record Contact(Channel channel, String account, Segment segment, String subject, String language) {
    }

    /**
     * Which contacts wait in which queue and what they ask for. An empty set or a null matches everything.
     *
     * @param name what the administrator calls it; shown as the reason
     */
    public record LineRule(String name, Set<Channel> channels, String account, Set<Segment> segments, String subject, String language, String queue, List<RequiredSkill> skills) {
        public LineRule {
            channels = Set.copyOf(channels);
            segments = Set.copyOf(segments);
            skills = new Requirement(skills).skills();
        }

        public boolean matches(Contact contact) {
            return (channels.isEmpty() || channels.contains(contact.channel())) && (segments.isEmpty() || segments.contains(contact.segment())) && fits(account, contact.account())
                    && fits(subject, contact.subject()) && fits(language, contact.language());
        }

        public Requirement requirement() {
            return new Requirement(skills);
        }
    }

    /** Within how long a contact should be served. @param segment @param queue @param channel null: any @param hours in which that runs, null: those of the contact's channel */
    public record Target(Segment segment, String queue, Channel channel, Duration within, TargetHours hours) {
        public Target(Segment segment, String queue, Channel channel, Duration within) {
            this(segment, queue, channel, within, null);
        }

        boolean matches(Segment ofSegment, String inQueue, Channel onChannel) {
            return fits(segment, ofSegment) && fits(queue, inQueue) && fits(channel, onChannel);
        }

        long particular() {
            return Stream.of(Optional.ofNullable(segment), Optional.ofNullable(queue), Optional.ofNullable(channel)).filter(Optional::isPresent).count();
        }
    }

    /** @param queue code, null: all queues without one of their own @param within the T of the formula; null: the target of each contact @param shortUpTo who left within this long is a short abandon; null: {@link ServiceCounts#SHORT} */
    public record Formula(String queue, ServiceLevelFormula formula, Duration within, Duration shortUpTo) {
        public static final Formula DEFAULT = new Formula(null, ServiceLevelFormula.DEFAULT, null);

        public Formula(String queue, ServiceLevelFormula formula, Duration within) {
            this(queue, formula, within, null);
        }
    }

    /**
     * @param preferredAtMost an item waits for its preferred agent no longer than this
     * @param preferredShare nor longer than this share of its target, 0 to 1
     * @param backOff who declined or missed an item is asked again after this long
     * @param offer how long an offer stands
     * @param wrapUp how long an agent has for the rest after a contact, before he is offered the next one
     * @param suitSeconds seconds of idleness that one point of suitability is worth
     */
    public record Timing(Duration preferredAtMost, double preferredShare, Duration backOff, Duration offer, Duration wrapUp, double suitSeconds) {
        public static final Timing DEFAULT = new Timing(RoutingPolicy.DEFAULT.preferredAtMost(), RoutingPolicy.DEFAULT.preferredShare(), RoutingPolicy.DEFAULT.backOff(), Duration.ofSeconds(20), Duration.ofSeconds(60),
                RoutingPolicy.DEFAULT.suitSeconds());
    }

    public RoutingRules {
        lines = List.copyOf(lines);
        targets = List.copyOf(targets);
        formulas = List.copyOf(formulas);
        relaxations = Map.copyOf(relaxations);
        Map<Channel, TargetHours> all = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            all.put(channel, hours.getOrDefault(channel, TargetHours.usual(channel)));
        }
        hours = Collections.unmodifiableMap(all);
    }

    private static boolean fits(Object wanted, Object actual) {
        return wanted == null || wanted.equals(actual);
    }

    /** What holds before an administrator changed anything. */
    public static final RoutingRules FIRST = new RoutingRules(1, List.of(),
            List.of(new Target(Segment.PRIVATE, null, null, Duration.ofSeconds(300)), new Target(Segment.VIP, null, null, Duration.ofSeconds(120)), new Target(Segment.SMALL_BUSINESS, null, null, Duration.ofSeconds(180)),
                    new Target(Segment.LARGE_BUSINESS, null, null, Duration.ofSeconds(180))),
            List.of(Formula.DEFAULT), Relaxation.DEFAULT, Map.of(), CapacityWeights.DEFAULT, RoutingPolicy.DEFAULT.floor(), Equality.Limits.DEFAULT, Timing.DEFAULT, Map.of());

    /** The same, with another time for which an offer stands. */
    public RoutingRules offering(Duration offer) {
        Timing changed = new Timing(timing.preferredAtMost(), timing.preferredShare(), timing.backOff(), offer, timing.wrapUp(), timing.suitSeconds());
        return new RoutingRules(version, lines, targets, formulas, relaxation, relaxations, weights, floor, fairness, changed, hours);
    }

    /** The same, with another time to sum up a call. */
    public RoutingRules wrappingUp(Duration wrapUp) {
        Timing changed = new Timing(timing.preferredAtMost(), timing.preferredShare(), timing.backOff(), timing.offer(), wrapUp, timing.suitSeconds());
        return new RoutingRules(version, lines, targets, formulas, relaxation, relaxations, weights, floor, fairness, changed, hours);
    }

    /** The rule that sends a contact somewhere; empty: it waits in its account's own queue. */
    public Optional<LineRule> lineFor(Contact contact) {
        return lines.stream().filter(line -> line.matches(contact)).findFirst();
    }

    /** The target that names most of segment, queue and channel; of equals the first. */
    public Duration target(Segment segment, String queue, Channel channel) {
        return mostParticular(segment, queue, channel).map(Target::within).orElse(WHEN_UNSET);
    }

    /** In which hours that target runs. */
    public TargetHours hours(Segment segment, String queue, Channel channel) {
        return mostParticular(segment, queue, channel).map(Target::hours).orElse(hours.get(channel));
    }

    private Optional<Target> mostParticular(Segment segment, String queue, Channel channel) {
        Target best = null;
        for (Target target : targets) {
            if (target.matches(segment, queue, channel) && (best == null || target.particular() > best.particular())) {
                best = target;
            }
        }
        return Optional.ofNullable(best);
    }

    public Formula formula(String queue) {
        return formulas.stream().filter(formula -> Objects.equals(formula.queue(), queue)).findFirst()
                .or(() -> formulas.stream().filter(formula -> formula.queue() == null).findFirst()).orElse(Formula.DEFAULT);
    }

    public Relaxation relaxationOf(String queue) {
        return relaxations.getOrDefault(queue, relaxation);
    }

    /** @param queueIds by code; what is said of a queue that is not there is left out */
    public RoutingPolicy policy(Map<String, Long> queueIds) {
        Map<Long, Relaxation> byId = new HashMap<>();
        relaxations.forEach((queue, steps) -> Optional.ofNullable(queueIds.get(queue)).ifPresent(id -> byId.put(id, steps)));
        return new RoutingPolicy(version, relaxation, byId, timing.backOff(), timing.preferredAtMost(), timing.preferredShare(), timing.suitSeconds(), floor);
    }
}
