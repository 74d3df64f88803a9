// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.api;

import il.moked.channel.Channel;
import il.moked.customer.Segment;
import il.moked.routing.AgentState;
import il.moked.routing.ChannelStanding;
import il.moked.routing.Equality;
import il.moked.routing.LineCounts;
import il.moked.routing.LineSums;
import il.moked.routing.ServiceLevelFormula;
import il.moked.routing.ejb.Wall;
import il.moked.routing.ejb.WallReading;
import il.moked.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the wall shows, and the quarters of an hour behind it. Counts are given with every formula's parts, so that a report may use another formula. */
@Path("lines")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class LinesResource {
    @Inject
    WallReading reading;

    /** @param since figures count from here */
    public record Now(Instant at, Instant since, List<Queue> items, Map<String, Integer> agents, Fairness fairness) {
    }

    /** @param serviceLevel by the queue's own formula, 0 to 1, null before anything happened */
    public record Queue(String queue, long waiting, Instant longestWaitSince, String formula, String formulaWritten, int goalPercent, Double serviceLevel, Counts counts, List<OnChannel> channels) {
        static Queue of(Wall.Line line) {
            return new Queue(line.code(), line.all().waiting(), since(line.all()), line.goal().formula().name(), line.goal().formula().written(), line.goal().percent(), known(line.level()), Counts.of(line.all().sums()),
                    line.channels().entrySet().stream().map(entry -> OnChannel.of(entry.getKey(), entry.getValue())).toList());
        }
    }

    /** @param overdue how many of the waiting wait beyond their targets */
    public record OnChannel(Channel channel, long waiting, long overdue, Instant longestWaitSince, Counts counts) {
        static OnChannel of(Channel channel, Wall.Cell cell) {
            return new OnChannel(channel, cell.waiting(), cell.overdue(), since(cell), Counts.of(cell.sums()));
        }
    }

    /** Sums; waits and handling in milliseconds. */
    public record Counts(long offered, long movedOn, long answered, long answeredInTime, long abandoned, long abandonedInTime, long shortAbandons, long waitOfAnswered, long waitOfAbandoned, long finished, long handling, long targets) {
        static Counts of(LineSums sums) {
            return new Counts(sums.offered(), sums.moved(), sums.answered(), sums.answeredInTime(), sums.abandoned(), sums.abandonedInTime(), sums.shortAbandons(), sums.waitOfAnswered(), sums.waitOfAbandoned(), sums.finished(),
                    sums.handling(), sums.targets());
        }
    }

    /** @param formula by which attainments are counted @param attainments 0 to 1, of channels that have one */
    public record Fairness(double index, double gap, Equality.Light light, String formula, Map<String, Double> attainments, List<Standing> channels) {
        static Fairness of(Wall.Fairness fairness) {
            Map<String, Double> attainments = new TreeMap<>();
            fairness.channels().forEach(one -> one.attainment().ifPresent(share -> attainments.put(one.channel().name(), share)));
            return new Fairness(fairness.equality().index(), fairness.equality().gap(), fairness.light(), ChannelStanding.WRITTEN, attainments, fairness.channels().stream().map(Standing::of).toList());
        }
    }

    /** @param waitByTarget mean of those served or gone, 1 is as long as promised @param oldestByTarget the same of who waits longest @param starving whether nobody looks at it */
    public record Standing(Channel channel, Double attainment, Double waitByTarget, long waiting, long overdue, Double oldestByTarget, boolean starving) {
        static Standing of(ChannelStanding one) {
            return new Standing(one.channel(), known(one.attainment()), known(one.sums().waitByTarget()), one.waiting(), one.overdue(), one.oldest(), one.starving());
        }
    }

    /** @param serviceLevels by each of the six formulas, 0 to 1; those with nothing to divide by are left out */
    public record Quarter(Instant quarter, String queue, Channel channel, Segment segment, Counts counts, Map<String, Double> serviceLevels) {
    }

    public record Rows<T>(List<T> items) {
    }

    @GET
    public Now now() {
        Wall wall = reading.now();
        Map<String, Integer> agents = new TreeMap<>();
        Arrays.stream(AgentState.values()).forEach(state -> agents.put(state.name(), wall.people().in(state)));
        return new Now(wall.at(), wall.from(), wall.lines().stream().map(Queue::of).toList(), agents, Fairness.of(wall.fairness()));
    }

    /** Quarters of an hour from one moment to before another, at most 31 days; of one queue by its code, or of all. */
    @GET
    @Path("history")
    public Rows<Quarter> history(@QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("queue") String queue) {
        Map<Long, String> codes = reading.queues();
        return new Rows<>(reading.history(moment(from), moment(to), queue).stream().map(row -> quarter(row, codes)).toList());
    }

    private static Quarter quarter(LineCounts.Row row, Map<Long, String> codes) {
        Map<String, Double> levels = Arrays.stream(ServiceLevelFormula.values()).filter(formula -> formula.of(row.sums().service()).isPresent())
                .collect(Collectors.toMap(Enum::name, formula -> formula.of(row.sums().service()).getAsDouble(), (one, other) -> one, TreeMap::new));
        return new Quarter(row.key().quarter(), codes.getOrDefault(row.key().queueId(), Long.toString(row.key().queueId())), row.key().channel(), row.key().segment(), Counts.of(row.sums()), levels);
    }

    private static Instant moment(String written) {
        try {
            return Instant.parse(written);
        } catch (DateTimeParseException | NullPointerException notOne) {
            throw new BusinessException("shared.bad-request");
        }
    }

    private static Instant since(Wall.Cell cell) {
        return cell.longest() == null ? null : cell.longest().since();
    }

    private static Double known(OptionalDouble level) {
        return level.isPresent() ? level.getAsDouble() : null;
    }
}
