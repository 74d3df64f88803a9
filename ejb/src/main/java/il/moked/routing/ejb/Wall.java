// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.channel.Channel;
import il.moked.channel.Outages;
import il.moked.routing.AgentState;
import il.moked.routing.ChannelStanding;
import il.moked.routing.Equality;
import il.moked.routing.LineCounts;
import il.moked.routing.LineSums;
import il.moked.routing.ServiceLevelFormula;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The service at one moment.
 *
 * @param at the moment of reading
 * @param from figures count from here: midnight of the organisation's day
 * @param lines all queues, by code
 * @param inPerson the lines before counters as one, without a queue's id; null when there are fewer than two
 * @param channels those that are open or on which something happened since then, in their own order
 */
public record Wall(Instant at, Instant from, List<Line> lines, Line inPerson, List<Channel> channels, Cell total, People people, Fairness fairness, List<Outages.Outage> outages) {
    /**
     * One channel of a queue, or all of them.
     *
     * @param waiting how many, those on offer included
     * @param overdue how many of them beyond their targets, as of some seconds ago
     * @param longest who waits longest, null when nobody does
     * @param sums of the day
     */
    public record Cell(long waiting, long overdue, LineCounts.Longest longest, LineSums sums) {
        static final Cell EMPTY = new Cell(0, 0, null, LineSums.NONE);

        public Cell plus(Cell other) {
            LineCounts.Longest older = longest == null || other.longest != null && other.longest.since().isBefore(longest.since()) ? other.longest : longest;
            return new Cell(waiting + other.waiting, overdue + other.overdue, older, sums.plus(other.sums));
        }

        /** Whether somebody waits or anything happened today. */
        boolean used() {
            return waiting > 0 || !sums.equals(LineSums.NONE);
        }

        /** Whether somebody waits longer than he should. */
        public boolean late(Instant now) {
            return longest != null && now.isAfter(longest.late());
        }
    }

    /**
     * A queue.
     *
     * @param inPerson whether it is a line before counters
     * @param level by its formula, of the day
     * @param trend the last two hours by quarters, oldest first, the running quarter last; empty ones have no level
     */
    public record Line(long queueId, String code, String hebrewName, String englishName, long teamId, boolean inPerson, Goal goal, Cell all, Map<Channel, Cell> channels, OptionalDouble level, List<Point> trend) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }

        public Cell of(Channel channel) {
            return channels.getOrDefault(channel, Cell.EMPTY);
        }

        /** How the level stands to the goal: red when ten points below it. Null without a level. */
        public Equality.Light light() {
            if (level.isEmpty()) {
                return null;
            }
            double missing = goal.share() - level.getAsDouble();
            return missing <= 0 ? Equality.Light.GREEN : missing <= NEAR ? Equality.Light.AMBER : Equality.Light.RED;
        }
    }

    /** @param formula by which the service level is counted @param percent of the contacts that should be in time, 1 to 100 */
    public record Goal(ServiceLevelFormula formula, int percent) {
        public double share() {
            return percent / 100.0;
        }
    }

    private static final double NEAR = 0.10;

    public record Point(Instant quarter, OptionalDouble level) {
    }

    /** Agents by what they do. @param room how many of those at work could take more */
    public record People(Map<AgentState, Integer> states, int room) {
        public int in(AgentState state) {
            return states.getOrDefault(state, 0);
        }
    }

    /**
     * Each channel against its own targets, and how equal they are. Red while one starves, however equal the rest.
     *
     * @param channels that had contacts or have some waiting
     * @param lately how far back is looked for somebody who was answered, at least
     * @param best null when fewer than two channels can be compared
     * @param worst likewise
     */
    public record Fairness(Equality equality, List<ChannelStanding> channels, Duration lately, ChannelStanding best, ChannelStanding worst) {
        public Equality.Light light() {
            return starving().isEmpty() ? equality.light() : Equality.Light.RED;
        }

        public List<ChannelStanding> starving() {
            return channels.stream().filter(ChannelStanding::starving).toList();
        }
    }
}
