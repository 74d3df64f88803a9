// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The searches for duplicates among all customers; at most one runs. */
@ApplicationScoped
public class DuplicateSearches {
    private static final List<DuplicateSearch.Phase> ENDED = List.of(DuplicateSearch.Phase.DONE, DuplicateSearch.Phase.STOPPED);

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public void add(DuplicateSearch search) {
        entities.persist(search);
    }

    public Optional<DuplicateSearch> last() {
        return entities.createQuery("select s from DuplicateSearch s order by s.id desc", DuplicateSearch.class).setMaxResults(1).getResultStream().findFirst();
    }

    /** For doing a step: whoever does the same waits. */
    public Optional<DuplicateSearch> runningLocked() {
        return entities.createQuery("select s from DuplicateSearch s where s.phase not in :ended order by s.id", DuplicateSearch.class).setParameter("ended", ENDED).setMaxResults(1).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }
}
