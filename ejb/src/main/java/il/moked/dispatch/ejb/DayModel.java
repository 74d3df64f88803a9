// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb;

import il.moked.calendar.BusinessCalendar;
import il.moked.dispatch.FixChance;
import il.moked.dispatch.GeoPoint;
import il.moked.dispatch.Technician;
import il.moked.dispatch.TravelPolicy;
import il.moked.dispatch.Visit;
import il.moked.dispatch.VisitLaw;
import il.moked.dispatch.ejb.planning.DayPlan;
import il.moked.dispatch.ejb.planning.Job;
import il.moked.dispatch.ejb.planning.Timetable;
import il.moked.dispatch.ejb.planning.Van;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A day of technicians and visits as a planning problem, in seconds since midnight, and its solution back in hours. */
final class DayModel {
    /** What a visit costs that does not fix it: most of another one, with its way. */
    private static final double FAILED = Duration.ofMinutes(90).toSeconds();
    /** How much longer the way to somebody may be who asks for a technician. */
    private static final long NOT_PREFERRED = Duration.ofMinutes(30).toSeconds();
    private static final long AT_DEPOT = Duration.ofMinutes(15).toSeconds();
    private static final int URGENT = 3;

    /** Everything that is known of the day. @param hours of each technician, absent who does not work @param onVan, atDepot how many of each part by SKU @param chance that this technician fixes that */
    record Known(LocalDate day, Instant now, List<Technician> technicians, Map<Long, BusinessCalendar.Span> hours, List<Visit> visits, Map<Long, Map<String, Integer>> onVan, Map<String, Integer> atDepot, BiFunction<Technician, String, Double> chance, TravelPolicy travel, GeoPoint depot) {
    }

    /** Somebody is asked for: what it needs, wherever it is. */
    record Ask(long id, Visit.Need need, Instant from, Instant to, boolean anyTerritory) {
    }

    private final Known known;
    private final Instant midnight;
    private final List<Technician> crew = new ArrayList<>();
    private final List<GeoPoint> points = new ArrayList<>();
    private final List<String> skus;
    private final List<String> tools;
    private final DayPlan plan;
    private final Map<Long, Visit> open;
    private final Job asked;

    /** @param ask one more that is in no van, or null */
    DayModel(Known known, Ask ask) {
        this.known = known;
        midnight = known.day().atStartOfDay(VisitLaw.ZONE).toInstant();
        open = known.visits().stream().filter(visit -> visit.state() == Visit.State.PLANNED).collect(Collectors.toMap(Visit::id, Function.identity()));
        List<Visit.Need> needs = new ArrayList<>(known.visits().stream().map(DayModel::need).toList());
        if (ask != null) {
            needs.add(ask.need());
        }
        skus = needs.stream().flatMap(need -> need.parts().keySet().stream()).distinct().sorted().toList();
        tools = needs.stream().flatMap(need -> need.kind().tools().stream()).distinct().sorted().toList();
        points.add(known.depot());
        List<Van> vans = new ArrayList<>();
        known.technicians().stream().filter(one -> known.hours().containsKey(one.id())).forEach(one -> van(one, vans));
        List<Job> jobs = new ArrayList<>();
        for (Visit visit : open.values().stream().sorted(Comparator.comparing(Visit::id)).toList()) {
            jobs.add(job(new Ask(visit.id(), need(visit), visit.windowFrom(), visit.windowTo(), false), visit));
        }
        asked = ask == null ? null : job(ask, null);
        plan = new DayPlan(vans, jobs, ways(), new DayPlan.Depot(0, 0, Duration.ofDays(1).toSeconds(), AT_DEPOT, missingAtDepot(needs)));
        Map<Long, Job> byId = jobs.stream().collect(Collectors.toMap(Job::id, Function.identity()));
        open.values().stream().filter(visit -> visit.technician().isPresent() && visit.plannedAt().isPresent()).sorted(Comparator.comparing(visit -> visit.plannedAt().get()))
                .forEach(visit -> vanOf(visit.technician().get()).ifPresent(van -> van.jobs().add(byId.get(visit.id()))));
    }

    private static Visit.Need need(Visit visit) {
        return new Visit.Need(visit.kind(), visit.sku().orElse(null), visit.address(), visit.directions(), visit.locality(), visit.place(), visit.parts(), visit.priority(), visit.preferredId().orElse(null));
    }

    /** From where he is, or will be when what he does now is done. */
    private void van(Technician one, List<Van> vans) {
        BusinessCalendar.Span hours = known.hours().get(one.id());
        Instant begins = known.now().isAfter(hours.from()) ? known.now() : hours.from();
        GeoPoint from = one.home();
        for (Visit visit : known.visits()) {
            if (visit.technician().filter(one::equals).isEmpty() || visit.state() == Visit.State.CANCELLED) {
                continue;
            }
            if (visit.state().underWay()) {
                Instant ends = visit.arrivedAt().or(visit::plannedAt).orElse(known.now()).plus(Duration.ofMinutes(visit.minutes()));
                begins = ends.isAfter(begins) ? ends : begins;
                from = visit.place();
            } else if (visit.state().over() && from.equals(one.home())) {
                from = visit.place();
            }
        }
        int index = vans.size();
        crew.add(one);
        BitSet carried = new BitSet();
        IntStream.range(0, tools.size()).filter(tool -> one.has(tools.get(tool))).forEach(carried::set);
        Map<String, Integer> stock = known.onVan().getOrDefault(one.id(), Map.of());
        long end = seconds(hours.to());
        vans.add(new Van(index, point(from), point(one.home()), Math.min(seconds(begins), end), end, carried, skus.stream().mapToInt(sku -> stock.getOrDefault(sku, 0)).toArray()));
    }

    private Job job(Ask ask, Visit visit) {
        Visit.Need need = ask.need();
        BitSet able = new BitSet();
        long[] costs = new long[crew.size()];
        for (int i = 0; i < crew.size(); i++) {
            Technician one = crew.get(i);
            able.set(i, able(one, need, ask.anyTerritory()) && (visit == null || !visit.fixed() || visit.technician().filter(one::equals).isPresent()));
            boolean preferred = need.preferredId() == null || need.preferredId().equals(one.id());
            costs[i] = Math.round(FAILED * (1 - known.chance().apply(one, need.sku()))) + (preferred ? 0 : NOT_PREFERRED);
        }
        BitSet needed = new BitSet();
        need.kind().tools().forEach(tool -> needed.set(tools.indexOf(tool)));
        GeoPoint place = need.place() == null ? need.locality().middle() : need.place();
        return new Job(ask.id(), point(place), seconds(ask.from()), seconds(ask.to()), Duration.ofMinutes(visit == null ? need.kind().minutes() : visit.minutes()).toSeconds(), 1 + (long) need.priority() * URGENT, able, needed,
                skus.stream().mapToInt(sku -> need.parts().getOrDefault(sku, 0)).toArray(), costs);
    }

    private boolean able(Technician one, Visit.Need need, boolean anyTerritory) {
        return one.can(need.kind().skill(), known.day()) && need.kind().certificate().map(paper -> one.can(paper, known.day())).orElse(true) && (anyTerritory || one.serves(need.locality().territory()));
    }

    private BitSet missingAtDepot(List<Visit.Need> needs) {
        BitSet missing = new BitSet();
        for (int i = 0; i < skus.size(); i++) {
            String sku = skus.get(i);
            missing.set(i, known.atDepot().getOrDefault(sku, 0) < needs.stream().mapToInt(need -> need.parts().getOrDefault(sku, 0)).sum());
        }
        return missing;
    }

    private int point(GeoPoint place) {
        int found = points.indexOf(place);
        if (found < 0) {
            points.add(place);
            return points.size() - 1;
        }
        return found;
    }

    private long[][] ways() {
        long[][] ways = new long[points.size()][points.size()];
        for (int from = 0; from < ways.length; from++) {
            for (int to = 0; to < ways.length; to++) {
                ways[from][to] = known.travel().between(points.get(from), points.get(to)).toSeconds();
            }
        }
        return ways;
    }

    private long seconds(Instant at) {
        return Duration.between(midnight, at).toSeconds();
    }

    Instant instant(long seconds) {
        return midnight.plusSeconds(seconds);
    }

    private Optional<Van> vanOf(Technician one) {
        int index = crew.indexOf(one);
        return index < 0 ? Optional.empty() : Optional.of(plan.vans().get(index));
    }

    Technician technician(int van) {
        return crew.get(van);
    }

    List<Technician> crew() {
        return crew;
    }

    DayPlan plan() {
        return plan;
    }

    LocalDate day() {
        return known.day();
    }

    Job asked() {
        return asked;
    }

    Visit visit(long id) {
        return open.get(id);
    }

    /** When each job of a van begins. @return empty when its jobs cannot be done as they stand */
    Optional<Timetable> timetable(DayPlan of, Van van) {
        return Optional.ofNullable(Timetable.of(of, van));
    }
}
