// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb.planning;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who does what in which order. Hard: rules broken. Medium: weight of the jobs left out. Soft: time used, and the cost of who does what. */
@PlanningSolution
public class DayPlan {
    @PlanningEntityCollectionProperty
    private List<Van> vans;
    @ValueRangeProvider
    private List<Job> jobs;
    private long[][] travel;
    private Depot depot;
    @PlanningScore
    private HardMediumSoftLongScore score;

    /**
     * Where every van may fetch, once a day, what it lacks.
     *
     * @param lacks parts it cannot give: these must be on the van
     */
    public record Depot(int point, long opens, long closes, long duration, BitSet lacks) {
    }

    protected DayPlan() {
    }

    /** @param travel from each point to each @param depot null when there is none */
    public DayPlan(List<Van> vans, List<Job> jobs, long[][] travel, Depot depot) {
        this.vans = vans;
        this.jobs = jobs;
        this.travel = travel;
        this.depot = depot;
    }

    /** The same in which those that are in no van may begin so much later than they should. */
    public DayPlan withLeftOutUntil(long later) {
        Set<Job> served = vans.stream().flatMap(van -> van.jobs().stream()).collect(Collectors.toSet());
        List<Job> eased = jobs.stream().map(job -> served.contains(job) ? job : job.between(job.opens(), job.closes() + later)).toList();
        return new DayPlan(vans, eased, travel, depot);
    }

    public List<Van> vans() {
        return vans;
    }

    public List<Job> jobs() {
        return jobs;
    }

    long travel(int from, int to) {
        return travel[from][to];
    }

    Depot depot() {
        return depot;
    }

    public HardMediumSoftLongScore score() {
        return score;
    }
}
