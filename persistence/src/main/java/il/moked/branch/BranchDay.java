// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A day of a branch, quarter of an hour by quarter of an hour, in real time: the night the clocks change it is as long as it is.
 *
 * @param quarters from the first in which something happened to the last, without a gap
 */
public record BranchDay(LocalDate day, ZoneId zone, List<Quarter> quarters, Figures all) {
    public static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int MOST_QUARTERS = 100;

    /** @param waited of those served within it, on average; null when none was */
    public record Quarter(Instant from, int arrived, int served, int left, Duration waited) {
    }

    /** @param waited on average of those served @param longest of those @param service on average; each null when there was none @param redirected to another branch @param exceptions served although another branch is for them */
    public record Figures(int arrived, int served, int left, int notShown, int redirected, int exceptions, Duration waited, Duration longest, Duration service) {
        public static Figures of(Collection<ArrivalFacts> visits) {
            List<Duration> waits = visits.stream().flatMap(visit -> visit.waited().stream()).toList();
            return new Figures(count(visits, visit -> visit.arrivedAt() != null && visit.state() != Arrival.State.REDIRECTED), count(visits, visit -> visit.servedAt() != null), count(visits, visit -> visit.state() == Arrival.State.LEFT),
                    count(visits, visit -> visit.state() == Arrival.State.NO_SHOW), count(visits, visit -> visit.state() == Arrival.State.REDIRECTED), count(visits, ArrivalFacts::exceptional), mean(waits), waits.stream().max(Duration::compareTo).orElse(null),
                    mean(visits.stream().flatMap(visit -> visit.service().stream()).toList()));
        }

        private static int count(Collection<ArrivalFacts> visits, Function<ArrivalFacts, Boolean> which) {
            return (int) visits.stream().filter(which::apply).count();
        }
    }

    public static BranchDay of(LocalDate day, ZoneId zone, Collection<ArrivalFacts> visits) {
        Instant start = day.atStartOfDay(zone).toInstant();
        Map<Integer, List<Instant>> arrived = new TreeMap<>();
        Map<Integer, List<Duration>> served = new TreeMap<>();
        Map<Integer, List<Instant>> left = new TreeMap<>();
        for (ArrivalFacts visit : visits) {
            if (visit.arrivedAt() != null && visit.state() != Arrival.State.REDIRECTED) {
                arrived.computeIfAbsent(quarter(start, visit.arrivedAt()), any -> new ArrayList<>()).add(visit.arrivedAt());
            }
            visit.waited().ifPresent(waited -> served.computeIfAbsent(quarter(start, visit.servedAt()), any -> new ArrayList<>()).add(waited));
            if (visit.lost() && visit.endedAt() != null) {
                left.computeIfAbsent(quarter(start, visit.endedAt()), any -> new ArrayList<>()).add(visit.endedAt());
            }
        }
        List<Integer> all = java.util.stream.Stream.of(arrived, served, left).flatMap(each -> each.keySet().stream()).sorted().toList();
        List<Quarter> quarters = new ArrayList<>();
        if (!all.isEmpty()) {
            for (int at = all.get(0); at <= all.get(all.size() - 1); at++) {
                List<Duration> waits = served.getOrDefault(at, List.of());
                quarters.add(new Quarter(start.plus(QUARTER.multipliedBy(at)), arrived.getOrDefault(at, List.of()).size(), waits.size(), left.getOrDefault(at, List.of()).size(), mean(waits)));
            }
        }
        return new BranchDay(day, zone, List.copyOf(quarters), Figures.of(visits));
    }

    /** What happened before the day or long after it (a device that was cut off, a visit that lasted) belongs to its edge. */
    private static int quarter(Instant start, Instant at) {
        return (int) Math.max(0, Math.min(MOST_QUARTERS, Duration.between(start, at).dividedBy(QUARTER)));
    }

    private static Duration mean(List<Duration> some) {
        return some.isEmpty() ? null : some.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(some.size());
    }

    /** Figures for each of what they are counted by, in its order. */
    public static <K extends Comparable<K>> Map<K, Figures> by(Collection<ArrivalFacts> visits, Function<ArrivalFacts, K> what) {
        return visits.stream().collect(Collectors.groupingBy(what, TreeMap::new, Collectors.collectingAndThen(Collectors.toList(), Figures::of)));
    }
}
