// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb.planning;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Plans a day within a given time: the best found so far is the answer. */
public final class DayPlanner {
    /** How much worse a plan may get at first on the way to a better one: this part of the way between two places. */
    private static final int WARMTH = 4;

    private final DayPlan from;
    private final Solver<DayPlan> solver;

    /**
     * @param from what is planned so far: jobs that are in no van are put into one if they fit
     * @param limit how long it may take
     * @param better hears of each plan that is better than all before
     */
    public DayPlanner(DayPlan from, Duration limit, Consumer<DayPlan> better) {
        this.from = from;
        SolverConfig config = new SolverConfig()
                .withClassLoader(DayPlanner.class.getClassLoader())
                .withSolutionClass(DayPlan.class)
                .withEntityClasses(Van.class)
                .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
                .withScoreDirectorFactory(new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(PlanScore.class))
                .withMoveThreadCount(SolverConfig.MOVE_THREAD_COUNT_NONE)
                .withTerminationConfig(new TerminationConfig().withSpentLimit(limit))
                .withPhases(new LocalSearchPhaseConfig()
                        .withMoveSelectorConfig(new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(Rearranging.class))
                        .withAcceptorConfig(new LocalSearchAcceptorConfig().withSimulatedAnnealingStartingTemperature("0hard/0medium/" + Math.max(1, meanWay(from) / WARMTH) + "soft"))
                        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1)));
        solver = SolverFactory.<DayPlan>create(config).buildSolver();
        solver.addEventListener(event -> better.accept(event.getNewBestSolution()));
    }

    private static long meanWay(DayPlan plan) {
        List<Job> jobs = plan.jobs();
        return (long) jobs.stream().mapToLong(one -> jobs.stream().mapToLong(other -> plan.travel(one.point(), other.point())).sum() / jobs.size()).average().orElse(0);
    }

    /** Returns when the time is over, or sooner when it is stopped. */
    public DayPlan plan() {
        return from.jobs().isEmpty() ? from : solver.solve(from);
    }

    /** The best so far is the answer. */
    public void stop() {
        solver.terminateEarly();
    }
}
