// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb.planning;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Takes strings of jobs that are near each other out of several routes and puts each, one after another, where it costs least
 * (slack induction by string removals, Christiaens and Vanden Berghe 2020). What was left out so far is tried again each time.
 */
public class Rearranging implements MoveIteratorFactory<DayPlan, Rearranged> {
    private static final double REMOVED_ON_AVERAGE = 10;
    private static final int LONGEST_STRING = 10;
    private static final double SPLITS = 0.5;
    private static final double PASSES_OVER = 0.01;
    private static final double WHOLE_ROUTE = 0.05;
    private static final int[] ORDERS = {0, 0, 0, 0, 1, 1, 2, 3, 3, 4, 4};

    private DayPlan plan;
    private Route[] routes;
    private Job[] jobs;
    /** For each job the others, nearest first. */
    private int[][] near;
    private int[] routeOf;
    private Map<Job, Integer> numbers;

    @Override
    public void phaseStarted(ScoreDirector<DayPlan> director) {
        plan = director.getWorkingSolution();
        jobs = plan.jobs().toArray(Job[]::new);
        numbers = new IdentityHashMap<>();
        for (int i = 0; i < jobs.length; i++) {
            numbers.put(jobs[i], i);
        }
        near = new int[jobs.length][];
        for (int i = 0; i < jobs.length; i++) {
            Job job = jobs[i];
            near[i] = IntStream.range(0, jobs.length).boxed().sorted(Comparator.comparingLong(other -> plan.travel(job.point(), jobs[other].point()))).mapToInt(Integer::intValue).toArray();
        }
        routes = new Route[plan.vans().size()];
        routeOf = new int[jobs.length];
    }

    @Override
    public long getSize(ScoreDirector<DayPlan> director) {
        return Math.max(1, director.getWorkingSolution().jobs().size());
    }

    @Override
    public Iterator<Rearranged> createOriginalMoveIterator(ScoreDirector<DayPlan> director) {
        throw new UnsupportedOperationException("Moves are random.");
    }

    @Override
    public Iterator<Rearranged> createRandomMoveIterator(ScoreDirector<DayPlan> director, Random random) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return jobs.length > 0;
            }

            @Override
            public Rearranged next() {
                return rearrange(director.getWorkingSolution(), random);
            }
        };
    }

    private Rearranged rearrange(DayPlan working, Random random) {
        plan = working;
        Arrays.fill(routeOf, -1);
        for (Van van : working.vans()) {
            int index = van.index();
            if (routes[index] == null || routes[index].van() != van || !routes[index].is(van.jobs())) {
                routes[index] = new Route(working, van, van.jobs());
            }
            for (int i = 0; i < routes[index].size(); i++) {
                routeOf[numbers.get(routes[index].job(i))] = index;
            }
        }
        Route[] now = routes.clone();
        List<Job> out = new ArrayList<>();
        for (int i = 0; i < jobs.length; i++) {
            if (routeOf[i] < 0) {
                out.add(jobs[i]);
            }
        }
        takeOut(now, out, random);
        sort(out, random);
        BooleanSupplier blinks = () -> random.nextDouble() < PASSES_OVER;
        for (Job job : out) {
            Route best = null;
            int position = 0;
            long least = Route.NEVER;
            for (Route route : now) {
                Route.Insertion insertion = route.best(job, least, blinks);
                if (insertion != null) {
                    least = insertion.cost();
                    best = route;
                    position = insertion.position();
                }
            }
            if (best != null) {
                now[best.van().index()] = best.with(job, position);
            }
        }
        List<Route> changed = new ArrayList<>();
        for (int i = 0; i < now.length; i++) {
            if (now[i] != routes[i] && !now[i].is(working.vans().get(i).jobs())) {
                changed.add(now[i]);
            }
        }
        return new Rearranged(changed);
    }

    private void takeOut(Route[] now, List<Job> out, Random random) {
        int used = 0;
        int assigned = 0;
        for (Route route : now) {
            used += route.size() > 0 ? 1 : 0;
            assigned += route.size();
        }
        if (used == 0) {
            return;
        }
        double longest = Math.min(LONGEST_STRING, (double) assigned / used);
        double most = 4 * REMOVED_ON_AVERAGE / (1 + longest) - 1;
        int strings = (int) (1 + random.nextDouble() * most);
        int seed = random.nextInt(jobs.length);
        BitSet ruined = new BitSet();
        boolean whole = random.nextDouble() < WHOLE_ROUTE;
        for (int other : near[seed]) {
            if (ruined.cardinality() >= strings) {
                break;
            }
            int index = routeOf[other];
            if (index < 0 || ruined.get(index)) {
                continue;
            }
            Route route = now[index];
            int length = whole && ruined.isEmpty() ? route.size() : (int) (1 + random.nextDouble() * Math.min(route.size(), longest));
            length = Math.min(length, route.size());
            now[index] = cut(route, indexIn(route, jobs[other]), length, out, random);
            ruined.set(index);
        }
    }

    private static int indexIn(Route route, Job job) {
        int i = 0;
        while (route.job(i) != job) {
            i++;
        }
        return i;
    }

    /** A string with the job at this place in it; or one around jobs that stay. */
    private static Route cut(Route route, int at, int length, List<Job> out, Random random) {
        int kept = 0;
        if (length > 1 && length < route.size() && random.nextDouble() < SPLITS) {
            kept = 1;
            while (length + kept < route.size() && random.nextDouble() > 0.5) {
                kept++;
            }
        }
        int span = length + kept;
        int first = Math.max(0, at - span + 1);
        int last = Math.min(at, route.size() - span);
        int start = first + random.nextInt(last - first + 1);
        int keptFrom = kept == 0 ? start + span : start + random.nextInt(length + 1);
        Job[] rest = new Job[route.size() - length];
        int filled = 0;
        for (int i = 0; i < route.size(); i++) {
            boolean stays = i < start || i >= start + span || i >= keptFrom && i < keptFrom + kept;
            if (stays) {
                rest[filled++] = route.job(i);
            } else {
                out.add(route.job(i));
            }
        }
        return route.to(rest);
    }

    private void sort(List<Job> out, Random random) {
        Collections.shuffle(out, random);
        switch (ORDERS[random.nextInt(ORDERS.length)]) {
            case 1 -> out.sort(Comparator.comparingLong(job -> job.closes()));
            case 2 -> out.sort(Comparator.comparingLong(job -> job.closes() - job.opens()));
            case 3 -> out.sort(Comparator.comparingInt(job -> job.vans().cardinality()));
            case 4 -> out.sort(Comparator.comparingLong(job -> -job.weight()));
            default -> { }
        }
    }
}
