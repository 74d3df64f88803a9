// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.Role;
import il.moked.customer.Census;
import il.moked.customer.CustomerFacts.Fact;
import il.moked.customer.Customers;
import il.moked.customer.IdSample;
import il.moked.customer.KnownFacts;
import il.moked.customer.Segment;
import il.moked.customer.SegmentRules;
import il.moked.customer.SegmentRulesText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many customers written segment rules match, while they are written. Nothing is changed. The rules are asked
 * themselves, customer by customer, so what is counted is what would be; where a sample was asked, the answer says how far
 * it may be off.
 */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class SegmentCounting {
    @Inject
    Census census;
    @Inject
    Clock clock;

    /** @param count customers @param margin how far it may be off in 95 of 100 drawings; 0 when it is exact */
    public record Counted(long count, long margin) {
    }

    /**
     * @param rules for each rule, in order, of how many customers it decides
     * @param none of how many no rule decides
     * @param segments how many are of each
     * @param moving how many would be of another segment than now
     */
    public record Count(List<Counted> rules, Counted none, Map<Segment, Counted> segments, Counted moving, Counted customers, boolean exact) {
    }

    /** @throws il.moked.shared.BusinessException when the content is not one of segment rules */
    public Count count(String content) {
        SegmentRules rules = SegmentRulesText.read(1, content);
        Tally tally = new Tally(rules, clock.instant());
        return tally.count(census.take(tally::add));
    }

    private static final class Tally {
        private final SegmentRules rules;
        private final Instant now;
        private final Map<String, Integer> places;
        private final int[] decided;
        private final Map<Segment, Integer> segments = new EnumMap<>(Segment.class);
        private int none;
        private int moving;
        private int all;

        Tally(SegmentRules rules, Instant now) {
            this.rules = rules;
            this.now = now;
            this.places = rules.places();
            this.decided = new int[rules.rules().size()];
        }

        void add(Customers.Line line, Map<Fact, Long> facts) {
            SegmentRules.Choice choice = KnownFacts.choose(rules, line.kind(), line.segment(), line.createdAt(), facts, now);
            all++;
            segments.merge(choice.segment(), 1, Integer::sum);
            moving += choice.segment() == line.segment() ? 0 : 1;
            if (choice.rule() == null) {
                none++;
            } else {
                decided[places.get(choice.rule())]++;
            }
        }

        Count count(IdSample sample) {
            List<Counted> each = new ArrayList<>();
            for (int matched : decided) {
                each.add(counted(sample, matched));
            }
            Map<Segment, Counted> bySegment = new EnumMap<>(Segment.class);
            for (Segment segment : Segment.values()) {
                bySegment.put(segment, counted(sample, segments.getOrDefault(segment, 0)));
            }
            return new Count(each, counted(sample, none), bySegment, counted(sample, moving), counted(sample, all), sample.all());
        }

        private static Counted counted(IdSample sample, int matched) {
            return new Counted(sample.estimate(matched), sample.margin(matched));
        }
    }
}
