// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is whose relationship banker. */
@ApplicationScoped
public class Bankers {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public Optional<RelationshipBanker> of(long customerId) {
        return entities.createQuery("select r from RelationshipBanker r join fetch r.banker where r.customer.id = :customer", RelationshipBanker.class).setParameter("customer", customerId).getResultStream().findFirst();
    }

    /** Conversations of who waits at a branch for this banker, who is due first, first. */
    public List<Long> waitingFor(long branchId, long bankerId, int most) {
        return entities.createQuery("select a.interactionId from Arrival a, RelationshipBanker r where a.branch.id = :branch and a.state = :waiting and r.customer.id = a.customer.id and r.banker.id = :banker order by a.dueAt, a.id", Long.class)
                .setParameter("branch", branchId).setParameter("waiting", Arrival.State.WAITING).setParameter("banker", bankerId).setMaxResults(most).getResultList();
    }

    /** Conversations of who waits at a branch, is not due yet, and whose own banker, another than this clerk, sits at a counter there. */
    public List<Long> keptForOthers(long branchId, long clerkId, Instant now, int most) {
        return entities.createQuery("select a.interactionId from Arrival a, RelationshipBanker r, Counter c where a.branch.id = :branch and a.state = :waiting and a.dueAt > :now and r.customer.id = a.customer.id and c.branch.id = :branch and c.clerk.id = r.banker.id and r.banker.id <> :clerk order by a.dueAt, a.id", Long.class)
                .setParameter("branch", branchId).setParameter("waiting", Arrival.State.WAITING).setParameter("now", now).setParameter("clerk", clerkId).setMaxResults(most).getResultList();
    }

    /** Whether anybody waits there who should have been called by now. */
    public boolean anybodyLate(long branchId, Instant now) {
        return !entities.createQuery("select a.id from Arrival a where a.branch.id = :branch and a.state = :waiting and a.dueAt < :now", Long.class).setParameter("branch", branchId).setParameter("waiting", Arrival.State.WAITING).setParameter("now", now)
                .setMaxResults(1).getResultList().isEmpty();
    }

    public void add(RelationshipBanker banker) {
        entities.persist(banker);
    }

    public void remove(RelationshipBanker banker) {
        entities.remove(banker);
    }

    public void flush() {
        entities.flush();
    }
}
