// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import il.moked.customer.Segment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;

/** Visits of the last days at all branches, as far as the rules of branches look at them. */
@ApplicationScoped
public class RecentVisits {
    public static final int MOST = 5000;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** @param customerId null when nobody is known */
    public record Came(long branchId, Long customerId, Segment segment, String reason) {
    }

    /** The newest first, one more than {@link #MOST} when there are more. */
    public List<Came> since(LocalDate day) {
        return entities.createQuery("select new il.moked.branch.RecentVisits$Came(a.branch.id, c.id, c.segment, r.code) from Arrival a join a.reason r left join a.customer c where a.day >= :day order by a.id desc", Came.class).setParameter("day", day).setMaxResults(MOST + 1).getResultList();
    }
}
