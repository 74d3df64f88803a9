// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb.planning;

import java.util.Optional;

/** Where one more job fits into a day as it is planned. */
public final class FreePlaces {
    private FreePlaces() {
    }

    /** @param position before which of the van's jobs @param cost of it there, in units of time */
    public record Place(Van van, int position, long cost) {
    }

    /** @return empty when nobody is free for it */
    public static Optional<Place> cheapest(DayPlan plan, Job job) {
        Place best = null;
        for (Van van : plan.vans()) {
            Route.Insertion found = new Route(plan, van, van.jobs()).best(job, best == null ? Route.NEVER : best.cost(), () -> false);
            if (found != null) {
                best = new Place(van, found.position(), found.cost());
            }
        }
        return Optional.ofNullable(best);
    }
}
