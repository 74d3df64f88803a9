// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The ways through all customers. One runs at a time. */
@ApplicationScoped
public class SegmentPasses {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;
    @Inject
    Customers customers;

    /** In place of whatever runs. */
    public void begin(SegmentPass.Cause cause, int rulesVersion, Instant now) {
        entities.createQuery("select p from SegmentPass p where p.state = :running", SegmentPass.class).setParameter("running", SegmentPass.State.RUNNING).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().forEach(pass -> pass.replace(now));
        long[] span = customers.span();
        entities.persist(new SegmentPass(cause, rulesVersion, span[0], span[1], now));
    }

    /** The one that runs, held until the end of the transaction; empty when none does, or when another node is at it. */
    public Optional<SegmentPass> takeRunning() {
        List<SegmentPass> running = entities.createNativeQuery("select * from segment_pass where state = 'RUNNING' order by id desc fetch first 1 rows only for update skip locked", SegmentPass.class).getResultList();
        return running.stream().findFirst();
    }

    public Optional<SegmentPass> last() {
        return entities.createQuery("select p from SegmentPass p order by p.id desc", SegmentPass.class).setMaxResults(1).getResultList().stream().findFirst();
    }
}
