// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The versions of all rules. What is in force is best asked of {@link ActiveRules}, which remembers it. */
@ApplicationScoped
public class RuleVersions {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** A version as it is listed. @param activatedBy and @param activatedAt null when it was never in force */
    public record Line(long id, RuleVersion.Kind kind, int number, RuleVersion.State state, String note, String madeBy, Instant madeAt, String activatedBy, Instant activatedAt) {
    }

    /** What is in force, apart from any transaction. */
    public record InForce(int number, String content) {
    }

    public Optional<InForce> active(RuleVersion.Kind kind) {
        return entities.createQuery("select new il.moked.routing.RuleVersions$InForce(r.number, r.content) from RuleVersion r where r.activeKind = :kind", InForce.class)
                .setParameter("kind", kind).getResultStream().findFirst();
    }

    /** For changing: whoever puts another version in force waits here for who does the same. */
    public Optional<RuleVersion> activeLocked(RuleVersion.Kind kind) {
        return entities.createQuery("select r from RuleVersion r where r.activeKind = :kind", RuleVersion.class).setParameter("kind", kind)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }

    public Optional<RuleVersion> findDraft(RuleVersion.Kind kind) {
        return entities.createQuery("select r from RuleVersion r where r.kind = :kind and r.state = il.moked.routing.RuleVersion$State.DRAFT order by r.number desc", RuleVersion.class)
                .setParameter("kind", kind).setMaxResults(1).getResultStream().findFirst();
    }

    public RuleVersion get(RuleVersion.Kind kind, int number) {
        return entities.createQuery("select r from RuleVersion r where r.kind = :kind and r.number = :number", RuleVersion.class)
                .setParameter("kind", kind).setParameter("number", number).getResultStream().findFirst().orElseThrow(() -> new NotFoundException("routing.unknown-rules"));
    }

    /** The newest first. @param before versions below this one, null for the first page */
    public Page<Line> list(RuleVersion.Kind kind, Integer before, int size) {
        return Page.of(entities.createQuery("""
                select new il.moked.routing.RuleVersions$Line(r.id, r.kind, r.number, r.state, r.note, r.madeBy, r.madeAt, r.activatedBy, r.activatedAt)
                from RuleVersion r where r.kind = :kind and r.number < :before order by r.number desc""", Line.class)
                .setParameter("kind", kind).setParameter("before", before == null ? Integer.MAX_VALUE : before).setMaxResults(size + 1).getResultList(), size);
    }

    public int next(RuleVersion.Kind kind) {
        return entities.createQuery("select coalesce(max(r.number), 0) from RuleVersion r where r.kind = :kind", Integer.class).setParameter("kind", kind).getSingleResult() + 1;
    }

    public void add(RuleVersion version) {
        entities.persist(version);
    }

    public void remove(RuleVersion draft) {
        entities.remove(draft);
    }

    /** So that one version has left force before the next one takes its place, and a conflict is told here. */
    public void flush() {
        entities.flush();
    }

    /** Ids of the queues by code: rules name queues by code. */
    public Map<String, Long> queueIds() {
        return entities.createQuery("select q.code, q.id from WorkQueue q", Object[].class).getResultStream().collect(java.util.stream.Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }
}
