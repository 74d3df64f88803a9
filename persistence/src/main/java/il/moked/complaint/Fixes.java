// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who was told that a fault is mended, and who is to be. */
@ApplicationScoped
public class Fixes {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public void add(Object part) {
        entities.persist(part);
    }

    /** Complaints that came because of a problem and whose customers were not told of it. */
    public List<Long> untold(long problemId, int most) {
        return entities.createQuery("select c.caseId from Complaint c join ServiceCase s on s.id = c.caseId where s.problemId = :problem and s.mergedIntoId is null and not exists (select t.id from FixTold t where t.problemId = :problem and t.caseId = c.caseId) order by c.caseId", Long.class)
                .setParameter("problem", problemId).setMaxResults(most).getResultList();
    }

    /** Of one problem: as many as complained of it. */
    public Map<FixTold.State, Integer> told(long problemId) {
        Map<FixTold.State, Integer> told = new EnumMap<>(FixTold.State.class);
        entities.createQuery("select t.state, count(t) from FixTold t where t.problemId = :problem group by t.state", Object[].class).setParameter("problem", problemId).getResultStream().forEach(row -> told.put((FixTold.State) row[0], ((Number) row[1]).intValue()));
        return told;
    }

    /** The next that is to be written to, locked; those another node has in hand are passed over. */
    public Optional<FixTold> nextWaiting() {
        return entities.createQuery("select t from FixTold t where t.state = :waiting order by t.id", FixTold.class).setParameter("waiting", FixTold.State.WAITING).setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).setHint("jakarta.persistence.lock.timeout", -2).getResultStream().findFirst();
    }
}
