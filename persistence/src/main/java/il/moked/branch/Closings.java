// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How the days of branches end. */
@ApplicationScoped
public class Closings {
    private static final int MOST = 1000;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public Optional<DayClosing> find(long branchId, LocalDate day) {
        return entities.createQuery("select c from DayClosing c where c.branchId = :branch and c.day = :day", DayClosing.class).setParameter("branch", branchId).setParameter("day", day).getResultStream().findFirst();
    }

    /** Its row, made when it is not there, and locked: two who end a day follow each other. */
    public DayClosing locked(long branchId, LocalDate day) {
        entities.createNativeQuery("insert into branch_closing (id, branch_id, falls_on) values (nextval('branch_closing_seq'), ?1, ?2) on conflict do nothing").setParameter(1, branchId).setParameter(2, day).executeUpdate();
        DayClosing closing = find(branchId, day).orElseThrow();
        entities.refresh(closing, LockModeType.PESSIMISTIC_WRITE);
        return closing;
    }

    /** Days that began to end and are not over. */
    public List<DayClosing> unfinished() {
        return entities.createQuery("select c from DayClosing c where c.endedAt is null order by c.day, c.id", DayClosing.class).setMaxResults(MOST).getResultList();
    }

    /** Visits that wait where nobody is taken any more and were not told yet. Ids. */
    public List<Long> notTold(long branchId, String detail, int most) {
        return entities.createQuery("select a.id from Arrival a where a.branch.id = :branch and a.state = :waiting and not exists (select e.id from ArrivalEvent e where e.arrivalId = a.id and e.kind = :told and e.detail = :detail) order by a.id", Long.class)
                .setParameter("branch", branchId).setParameter("waiting", Arrival.State.WAITING).setParameter("told", ArrivalEvent.Kind.TOLD).setParameter("detail", detail).setMaxResults(most).getResultList();
    }

    /** Who waits, or is to come, of those who took their number before that moment. Ids. */
    public List<Long> remaining(long branchId, Instant before, int most) {
        return entities.createQuery("select a.id from Arrival a where a.branch.id = :branch and a.state in :there and a.takenAt <= :before order by a.id", Long.class).setParameter("branch", branchId)
                .setParameter("there", List.of(Arrival.State.WAITING, Arrival.State.EXPECTED)).setParameter("before", before).setMaxResults(most).getResultList();
    }

    public void flush() {
        entities.flush();
    }
}
