// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb.planning;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.move.AbstractMove;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Some vans do other jobs than before. */
public class Rearranged extends AbstractMove<DayPlan> {
    private final List<Route> routes;

    Rearranged(List<Route> routes) {
        this.routes = routes;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<DayPlan> director) {
        return !routes.isEmpty();
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<DayPlan> director) {
        Set<Job> before = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Job> after = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Route route : routes) {
            before.addAll(route.van().jobs());
            for (int i = 0; i < route.size(); i++) {
                after.add(route.job(i));
            }
        }
        for (Route route : routes) {
            Van van = route.van();
            director.beforeListVariableChanged(van, Van.JOBS, 0, van.jobs().size());
            for (Job job : van.jobs()) {
                if (!after.contains(job)) {
                    director.beforeListVariableElementUnassigned(van, Van.JOBS, job);
                }
            }
        }
        List<Job> gone = new ArrayList<>();
        for (Route route : routes) {
            route.van().jobs().stream().filter(job -> !after.contains(job)).forEach(gone::add);
            route.van().jobs().clear();
        }
        for (Route route : routes) {
            Van van = route.van();
            for (int i = 0; i < route.size(); i++) {
                Job job = route.job(i);
                if (!before.contains(job)) {
                    director.beforeListVariableElementAssigned(van, Van.JOBS, job);
                }
                van.jobs().add(job);
            }
        }
        for (Route route : routes) {
            Van van = route.van();
            gone.forEach(job -> director.afterListVariableElementUnassigned(van, Van.JOBS, job));
            gone.clear();
            director.afterListVariableChanged(van, Van.JOBS, 0, van.jobs().size());
            for (int i = 0; i < route.size(); i++) {
                if (!before.contains(route.job(i))) {
                    director.afterListVariableElementAssigned(van, Van.JOBS, route.job(i));
                }
            }
        }
    }

    @Override
    public Collection<?> getPlanningEntities() {
        return routes.stream().map(Route::van).toList();
    }

    @Override
    public Collection<?> getPlanningValues() {
        return routes.stream().flatMap(route -> route.van().jobs().stream()).toList();
    }

    @Override
    public String toString() {
        return "rearranged " + routes.stream().map(route -> route.van().index()).toList();
    }
}
