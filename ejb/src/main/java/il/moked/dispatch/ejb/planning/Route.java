// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb.planning;

import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What a van's jobs in their order take, and what one more would. Beginnings and ends of the route are kept as stretches (least
 * time they take, earliest and latest departure that takes no more), which are joined in constant time; so every place of a
 * new job and of the stop at the depot is tried without driving the route again.
 */
final class Route {
    static final long NEVER = Long.MAX_VALUE / 4;
    private static final int NOWHERE = -1;
    private static final int NO_STOP = -1;

    private final DayPlan plan;
    private final Van van;
    private final Job[] jobs;
    private final int size;
    /** Least time, earliest and latest departure of the first i jobs from the start, and of the jobs from i on to the end. */
    private final long[] startTakes;
    private final long[] startEarliest;
    private final long[] startLatest;
    private final long[] endTakes;
    private final long[] endEarliest;
    private final long[] endLatest;
    /** What the first i jobs use up. */
    private final int[][] used;
    /** The first job that cannot be done with what is on the van; the size when all can. */
    private final int firstShort;
    private final long extra;
    private long takes;
    private int stop = NO_STOP;
    private boolean sound = true;
    /** Stretches with a stop at the depot: first i jobs with the stop after p of them; jobs from i on with the stop before job p. */
    private long[][] withStopBefore;
    private long[][] withStopAfter;

    // what the last join() gave
    private long joined;
    private long joinedEarliest;
    private long joinedLatest;

    /** Where one more job costs least. */
    record Insertion(int position, long cost) {
    }

    Route(DayPlan plan, Van van, List<Job> inOrder) {
        this(plan, van, inOrder.toArray(Job[]::new));
    }

    Route(DayPlan plan, Van van, Job[] inOrder) {
        this.plan = plan;
        this.van = van;
        jobs = inOrder;
        size = jobs.length;
        startTakes = new long[size + 1];
        startEarliest = new long[size + 1];
        startLatest = new long[size + 1];
        endTakes = new long[size + 1];
        endEarliest = new long[size + 1];
        endLatest = new long[size + 1];
        used = new int[size + 1][];
        drive();
        firstShort = useUp();
        extra = extraCost();
        measure();
    }

    private void drive() {
        startEarliest[0] = van.begins();
        startLatest[0] = van.ends();
        for (int i = 0; i < size; i++) {
            Job job = jobs[i];
            join(startTakes[i], startEarliest[i], startLatest[i], plan.travel(pointBefore(i), job.point()), job.duration(), job.opens(), job.closes());
            startTakes[i + 1] = joined;
            startEarliest[i + 1] = joinedEarliest;
            startLatest[i + 1] = joinedLatest;
        }
        endEarliest[size] = van.begins();
        endLatest[size] = van.ends();
        for (int i = size - 1; i >= 0; i--) {
            Job job = jobs[i];
            join(job.duration(), job.opens(), job.closes(), plan.travel(job.point(), pointAt(i + 1)), endTakes[i + 1], endEarliest[i + 1], endLatest[i + 1]);
            endTakes[i] = joined;
            endEarliest[i] = joinedEarliest;
            endLatest[i] = joinedLatest;
        }
    }

    private int useUp() {
        int first = size;
        used[0] = new int[van.parts().length];
        for (int i = 0; i < size; i++) {
            int[] sum = used[i].clone();
            boolean enough = !lacksTools(jobs[i]);
            for (int part = 0; part < sum.length; part++) {
                sum[part] += jobs[i].parts()[part];
                if (sum[part] > van.parts()[part]) {
                    enough &= jobs[i].parts()[part] == 0;
                    sound &= plan.depot() != null && !plan.depot().lacks().get(part);
                }
            }
            used[i + 1] = sum;
            if (!enough && first == size) {
                first = i;
            }
        }
        return first;
    }

    private long extraCost() {
        long sum = 0;
        for (Job job : jobs) {
            sum += job.costs()[van.index()];
            sound &= job.vans().get(van.index());
        }
        return sum;
    }

    private void measure() {
        if (size == 0) {
            return;
        }
        takes = endOf(size);
        if (firstShort < size) {
            takes = NEVER;
            if (plan.depot() != null) {
                stops();
                for (int p = 0; p <= firstShort; p++) {
                    long with = endWithStop(p);
                    if (with < takes) {
                        takes = with;
                        stop = p;
                    }
                }
            }
        }
        sound &= takes < NEVER;
    }

    private long endOf(int i) {
        return join(startTakes[i], startEarliest[i], startLatest[i], plan.travel(pointBefore(i), pointAt(i)), endTakes[i], endEarliest[i], endLatest[i]);
    }

    private long endWithStop(int p) {
        long[] row = withStopAfter[p];
        return join(startTakes[p], startEarliest[p], startLatest[p], plan.travel(pointBefore(p), plan.depot().point()), row[0], row[1], row[2]);
    }

    /** Time the whole takes, and what it costs who does it; {@link #NEVER} when it breaks a rule. */
    long cost() {
        return sound ? takes + extra : NEVER;
    }

    boolean sound() {
        return sound;
    }

    int size() {
        return size;
    }

    Job job(int i) {
        return jobs[i];
    }

    Van van() {
        return van;
    }

    /** Before which job it stops at the depot; the size or below, or -1. */
    int stop() {
        return stop;
    }

    boolean is(List<Job> inOrder) {
        if (inOrder.size() != size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (inOrder.get(i) != jobs[i]) {
                return false;
            }
        }
        return true;
    }

    Route with(Job job, int position) {
        Job[] more = new Job[size + 1];
        System.arraycopy(jobs, 0, more, 0, position);
        more[position] = job;
        System.arraycopy(jobs, position, more, position + 1, size - position);
        return new Route(plan, van, more);
    }

    /** The same van with other jobs. */
    Route to(Job[] others) {
        return new Route(plan, van, others);
    }

    /**
     * @param atMost only what costs less is of interest
     * @param blinks says true for a position that is passed over
     * @return null when it fits nowhere for less
     */
    Insertion best(Job job, long atMost, BooleanSupplier blinks) {
        if (!sound || !job.vans().get(van.index()) || !partsSuffice(job)) {
            return null;
        }
        int place = NOWHERE;
        long own = job.costs()[van.index()];
        long least = Math.min(NEVER, atMost + takes - own);
        boolean lacking = lacksTools(job);
        int shortOfParts = firstShortWith(job);
        for (int i = 0; i <= size; i++) {
            long toJob = plan.travel(pointBefore(i), job.point());
            if (startEarliest[i] + startTakes[i] > job.closes()) {
                break;
            }
            if (startEarliest[i] + startTakes[i] + toJob > job.closes() || blinks.getAsBoolean()) {
                continue;
            }
            boolean jobShort = lacking || shortOfParts < i;
            int limit = Math.min(firstShort, Math.max(i, shortOfParts));
            long with;
            if (jobShort || limit < size) {
                with = plan.depot() == null ? NEVER : withStop(job, i, limit, jobShort);
            } else {
                with = plain(job, i, toJob);
            }
            if (with < least) {
                least = with;
                place = i;
            }
        }
        return place == NOWHERE ? null : new Insertion(place, least - takes + own);
    }

    private long plain(Job job, int i, long toJob) {
        if (join(startTakes[i], startEarliest[i], startLatest[i], toJob, job.duration(), job.opens(), job.closes()) >= NEVER) {
            return NEVER;
        }
        return join(joined, joinedEarliest, joinedLatest, plan.travel(job.point(), pointAt(i)), endTakes[i], endEarliest[i], endLatest[i]);
    }

    /** Least time with the job before job i and a stop at the depot before job {@code latest} at the latest, before the new one if it is short itself. */
    private long withStop(Job job, int i, int latest, boolean jobShort) {
        stops();
        long least = NEVER;
        long fromJob = plan.travel(job.point(), pointAt(i));
        for (int p = 0; p <= Math.min(i, latest); p++) {
            long[] row = withStopBefore[p];
            int at = 3 * (i - p);
            int point = p == i ? plan.depot().point() : jobs[i - 1].point();
            if (join(row[at], row[at + 1], row[at + 2], plan.travel(point, job.point()), job.duration(), job.opens(), job.closes()) < NEVER) {
                least = Math.min(least, join(joined, joinedEarliest, joinedLatest, fromJob, endTakes[i], endEarliest[i], endLatest[i]));
            }
        }
        if (jobShort || latest < i) {
            return least;
        }
        if (join(startTakes[i], startEarliest[i], startLatest[i], plan.travel(pointBefore(i), job.point()), job.duration(), job.opens(), job.closes()) >= NEVER) {
            return least;
        }
        long before = joined;
        long earliest = joinedEarliest;
        long last = joinedLatest;
        for (int p = i; p <= latest; p++) {
            long[] row = withStopAfter[p];
            int at = 3 * (p - i);
            int point = p == i ? plan.depot().point() : jobs[i].point();
            least = Math.min(least, join(before, earliest, last, plan.travel(job.point(), point), row[at], row[at + 1], row[at + 2]));
        }
        return least;
    }

    /** The first job of today's that cannot be done any more when this one uses up its parts before it. */
    private int firstShortWith(Job job) {
        int first = size;
        for (int part = 0; part < job.parts().length; part++) {
            if (job.parts()[part] > 0) {
                int left = van.parts()[part] - job.parts()[part];
                for (int i = 0; i < first; i++) {
                    if (used[i + 1][part] > left) {
                        first = i;
                    }
                }
                if (left < 0) {
                    return NOWHERE;
                }
            }
        }
        return first;
    }

    private boolean lacksTools(Job job) {
        for (int tool = job.tools().nextSetBit(0); tool >= 0; tool = job.tools().nextSetBit(tool + 1)) {
            if (!van.tools().get(tool)) {
                return true;
            }
        }
        return false;
    }

    /** Of what the depot cannot give enough is on the van. */
    private boolean partsSuffice(Job job) {
        BitSet lacks = plan.depot() == null ? null : plan.depot().lacks();
        for (int part = 0; part < job.parts().length; part++) {
            if ((lacks == null || lacks.get(part)) && job.parts()[part] > 0 && used[size][part] + job.parts()[part] > van.parts()[part]) {
                return false;
            }
        }
        return true;
    }

    private void stops() {
        if (withStopBefore != null) {
            return;
        }
        DayPlan.Depot depot = plan.depot();
        withStopBefore = new long[size + 1][];
        withStopAfter = new long[size + 1][];
        for (int p = 0; p <= size; p++) {
            long[] before = new long[3 * (size - p + 1)];
            join(startTakes[p], startEarliest[p], startLatest[p], plan.travel(pointBefore(p), depot.point()), depot.duration(), depot.opens(), depot.closes());
            keep(before, 0);
            for (int i = p; i < size; i++) {
                Job job = jobs[i];
                join(joined, joinedEarliest, joinedLatest, plan.travel(i == p ? depot.point() : jobs[i - 1].point(), job.point()), job.duration(), job.opens(), job.closes());
                keep(before, 3 * (i + 1 - p));
            }
            withStopBefore[p] = before;
            // seen from the end: row p holds, for i = p down to 0, the jobs from i on, the stop before job p
            long[] rest = new long[3 * (p + 1)];
            join(depot.duration(), depot.opens(), depot.closes(), plan.travel(depot.point(), pointAt(p)), endTakes[p], endEarliest[p], endLatest[p]);
            keep(rest, 0);
            for (int i = p - 1; i >= 0; i--) {
                Job job = jobs[i];
                join(job.duration(), job.opens(), job.closes(), plan.travel(job.point(), i + 1 == p ? depot.point() : jobs[i + 1].point()), joined, joinedEarliest, joinedLatest);
                keep(rest, 3 * (p - i));
            }
            withStopAfter[p] = rest;
        }
    }

    private void keep(long[] row, int at) {
        row[at] = joined;
        row[at + 1] = joinedEarliest;
        row[at + 2] = joinedLatest;
    }

    private int pointBefore(int i) {
        return i == 0 ? van.from() : jobs[i - 1].point();
    }

    private int pointAt(int i) {
        return i == size ? van.home() : jobs[i].point();
    }

    /** One stretch after another. @return the least time both take, or {@link #NEVER} when the second is reached too late */
    private long join(long takes, long earliest, long latest, long travel, long nextTakes, long nextEarliest, long nextLatest) {
        long under = takes + travel;
        if (takes >= NEVER || nextTakes >= NEVER || earliest + under > nextLatest) {
            joined = NEVER;
            joinedEarliest = 0;
            joinedLatest = 0;
            return NEVER;
        }
        long waits = Math.max(nextEarliest - under - latest, 0);
        joined = under + nextTakes + waits;
        joinedEarliest = Math.max(nextEarliest - under, earliest) - waits;
        joinedLatest = Math.min(nextLatest - under, latest);
        return joined;
    }
}
