// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice;

import il.moked.casework.ServiceCase;
import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What customers ask of the data that is kept of them. */
@ApplicationScoped
public class DataRequests {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** As lists show it, without its content. */
    public record Line(long id, DataRequest.Kind kind, DataRequest.State state, Instant requestedAt, Instant dueAt, Long caseId) {
    }

    public void add(DataRequest request) {
        entities.persist(request);
        entities.flush();
    }

    /** Newest first. */
    public List<Line> of(long customerId, int most) {
        return entities.createQuery("select new il.moked.selfservice.DataRequests$Line(r.id, r.kind, r.state, r.requestedAt, r.dueAt, r.caseId) from DataRequest r where r.customerId = :customer order by r.id desc", Line.class).setParameter("customer", customerId).setMaxResults(most).getResultList();
    }

    /** @throws NotFoundException {@code selfservice.unknown-request} also for somebody else's */
    public DataRequest getLocked(long customerId, long id) {
        return findLocked(id).filter(request -> request.customerId() == customerId).orElseThrow(() -> new NotFoundException("selfservice.unknown-request"));
    }

    public Optional<DataRequest> findLocked(long id) {
        return Optional.ofNullable(entities.find(DataRequest.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Copies to be made. */
    public List<Long> waiting(int most) {
        return entities.createQuery("select r.id from DataRequest r where r.state = :waiting and r.kind = :copy order by r.id", Long.class).setParameter("waiting", DataRequest.State.WAITING).setParameter("copy", DataRequest.Kind.COPY).setMaxResults(most).getResultList();
    }

    /** Copies nobody may fetch any more. */
    public List<Long> over(Instant now, int most) {
        return entities.createQuery("select r.id from DataRequest r where r.state = :ready and r.kind = :copy and r.dueAt < :now order by r.id", Long.class).setParameter("ready", DataRequest.State.READY).setParameter("copy", DataRequest.Kind.COPY).setParameter("now", now)
                .setMaxResults(most).getResultList();
    }

    /** A request to erase that must be answered soon. */
    public record Due(long id, long customerId, long caseId) {
    }

    /** Requests to erase that must be answered by then, whose case does not say how urgent it is. */
    public List<Due> erasuresDue(Instant by, int most) {
        return entities.createQuery("select new il.moked.selfservice.DataRequests$Due(r.id, r.customerId, r.caseId) from DataRequest r, ServiceCase s where s.id = r.caseId and r.state = :waiting and r.kind = :erasure and r.dueAt <= :by and s.live = true and s.severity <> :critical order by r.dueAt, r.id", Due.class)
                .setParameter("waiting", DataRequest.State.WAITING).setParameter("erasure", DataRequest.Kind.ERASURE).setParameter("by", by).setParameter("critical", ServiceCase.Severity.CRITICAL).setMaxResults(most).getResultList();
    }
}
