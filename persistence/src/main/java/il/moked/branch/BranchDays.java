// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;

/** What is counted of the visits of days that are or were. */
@ApplicationScoped
public class BranchDays {
    /** Visits of a branch on a day; more than any has. */
    public static final int MOST = 10_000;
    /** Listed one by one. */
    public static final int MOST_LISTED = 100;
    private static final String WITH_ALL = "select a from Arrival a join fetch a.branch join fetch a.reason left join fetch a.customer left join fetch a.counter left join fetch a.appointment where ";

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public List<ArrivalFacts> visits(long branchId, LocalDate day) {
        return entities.createQuery("select new il.moked.branch.ArrivalFacts(a.id, a.reason.id, c.segment, a.state, a.how, a.arrivedAt, a.servedAt, a.endedAt, a.exceptional, a.redirectedTo) from Arrival a left join a.customer c where a.branch.id = :branch and a.day = :day order by a.id",
                ArrivalFacts.class).setParameter("branch", branchId).setParameter("day", day).setMaxResults(MOST).getResultList();
    }

    /** Who went away without having been served, went to another branch, did not come, or was served as an exception; the newest first. */
    public List<Arrival> remarkable(long branchId, LocalDate day) {
        return entities.createQuery(WITH_ALL + "a.branch.id = :branch and a.day = :day and (a.exceptional = true or a.state in :away) order by a.id desc", Arrival.class).setParameter("branch", branchId).setParameter("day", day)
                .setParameter("away", List.of(Arrival.State.LEFT, Arrival.State.REDIRECTED, Arrival.State.NO_SHOW)).setMaxResults(MOST_LISTED).getResultList();
    }

    /** Why those are as they are, as their ledgers say: the newest line of each kind that says something. */
    public List<ArrivalEvent> whys(List<Long> arrivalIds) {
        return arrivalIds.isEmpty() ? List.of() : entities.createQuery("select e from ArrivalEvent e where e.arrivalId in :arrivals and e.kind in :kinds order by e.id", ArrivalEvent.class).setParameter("arrivals", arrivalIds)
                .setParameter("kinds", List.of(ArrivalEvent.Kind.EXCEPTION, ArrivalEvent.Kind.REDIRECTED, ArrivalEvent.Kind.LEFT, ArrivalEvent.Kind.NO_SHOW)).getResultList();
    }
}
