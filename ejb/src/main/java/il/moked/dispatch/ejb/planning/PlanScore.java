// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb.planning;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;

/** Keeps the cost of every route, and looks again only at those that changed. */
public class PlanScore implements IncrementalScoreCalculator<DayPlan, HardMediumSoftLongScore> {
    private DayPlan plan;
    private Route[] routes;
    private long broken;
    private long servedWeight;
    private long allWeight;
    private long cost;

    @Override
    public void resetWorkingSolution(DayPlan working) {
        plan = working;
        routes = new Route[working.vans().size()];
        broken = 0;
        servedWeight = 0;
        cost = 0;
        allWeight = working.jobs().stream().mapToLong(Job::weight).sum();
        working.vans().forEach(this::look);
    }

    private void look(Van van) {
        Route before = routes[van.index()];
        if (before != null) {
            count(before, -1);
        }
        Route route = new Route(plan, van, van.jobs());
        routes[van.index()] = route;
        count(route, 1);
    }

    private void count(Route route, int sign) {
        if (route.sound()) {
            cost += sign * route.cost();
        } else {
            broken += sign;
        }
        for (int i = 0; i < route.size(); i++) {
            servedWeight += sign * route.job(i).weight();
        }
    }

    @Override
    public void afterListVariableChanged(Object entity, String variableName, int fromIndex, int toIndex) {
        look((Van) entity);
    }

    @Override
    public HardMediumSoftLongScore calculateScore() {
        return HardMediumSoftLongScore.of(-broken, servedWeight - allWeight, -cost);
    }

    @Override
    public void beforeEntityAdded(Object entity) {
        // the vans of a day are known before it is planned
    }

    @Override
    public void afterEntityAdded(Object entity) {
        // as above
    }

    @Override
    public void beforeVariableChanged(Object entity, String variableName) {
        // there is no variable but the list
    }

    @Override
    public void afterVariableChanged(Object entity, String variableName) {
        // as above
    }

    @Override
    public void beforeEntityRemoved(Object entity) {
        // the vans of a day are known before it is planned
    }

    @Override
    public void afterEntityRemoved(Object entity) {
        // as above
    }
}
