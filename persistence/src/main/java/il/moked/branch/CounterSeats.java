// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who sits where as a rule, and who left his counter without closing it. */
@ApplicationScoped
public class CounterSeats {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** Where he sat last. */
    public Optional<Long> usual(long clerkId) {
        return ids("select counter_id from usual_counter where clerk_id = ?1", clerkId).stream().findFirst();
    }

    public void sits(long clerkId, long counterId) {
        if (entities.createNativeQuery("update usual_counter set counter_id = ?2 where clerk_id = ?1").setParameter(1, clerkId).setParameter(2, counterId).executeUpdate() == 0) {
            entities.createNativeQuery("insert into usual_counter (clerk_id, counter_id) values (?1, ?2) on conflict do nothing").setParameter(1, clerkId).setParameter(2, counterId).executeUpdate();
        }
    }

    /**
     * Counters whose clerk has sat there longer than that and whose desk was not seen since, as far as it was not told before.
     *
     * @param seenBefore a desk not seen since then is left
     */
    public List<Long> leftSince(Instant seenBefore, int most) {
        List<?> rows = entities.createNativeQuery("""
                select c.id from branch_counter c left join agent_seen s on s.user_id = c.clerk_id
                where c.clerk_id is not null and c.since < :before and coalesce(s.seen_at, c.since) < :before
                and not exists (select 1 from left_counter l where l.counter_id = c.id and l.clerk_id = c.clerk_id) order by c.id""").setParameter("before", seenBefore).setMaxResults(most).getResultList();
        return rows.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** Counters that were told of and whose clerk is back, or sits there no more. */
    public List<Long> foundAgain(Instant seenBefore, int most) {
        List<?> rows = entities.createNativeQuery("""
                select l.counter_id from left_counter l join branch_counter c on c.id = l.counter_id left join agent_seen s on s.user_id = l.clerk_id
                where c.clerk_id is null or c.clerk_id <> l.clerk_id or s.seen_at >= :before order by l.counter_id""").setParameter("before", seenBefore).setMaxResults(most).getResultList();
        return rows.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** @return false when somebody else was faster */
    public boolean told(Counter counter, Instant now) {
        entities.createNativeQuery("delete from left_counter where counter_id = ?1").setParameter(1, counter.id()).executeUpdate();
        return entities.createNativeQuery("insert into left_counter (counter_id, clerk_id, told_at) values (?1, ?2, ?3) on conflict do nothing").setParameter(1, counter.id()).setParameter(2, counter.clerk().orElseThrow().id()).setParameter(3, now).executeUpdate() == 1;
    }

    public boolean found(long counterId) {
        return entities.createNativeQuery("delete from left_counter where counter_id = ?1").setParameter(1, counterId).executeUpdate() == 1;
    }

    /** Which of a branch were told of, and not found again since. */
    public Set<Long> left(long branchId) {
        return ids("select l.counter_id from left_counter l join branch_counter c on c.id = l.counter_id and c.clerk_id = l.clerk_id where c.branch_id = ?1", branchId).stream().collect(Collectors.toSet());
    }

    /** Who did not come to a counter that day, the last called first: he may still turn up. */
    public List<Arrival> notShown(long branchId, LocalDate day, int most) {
        return entities.createQuery("""
                select a from Arrival a join fetch a.branch join fetch a.reason left join fetch a.customer left join fetch a.counter left join fetch a.appointment
                where a.branch.id = :branch and a.state = :state and a.day = :day and a.interactionId is not null order by a.endedAt desc, a.id desc""", Arrival.class)
                .setParameter("branch", branchId).setParameter("state", Arrival.State.NO_SHOW).setParameter("day", day).setMaxResults(most).getResultList();
    }

    /** @param since the one who waits longest does, null when nobody waits */
    public record Waiting(int many, Instant since) {
    }

    /** How many wait at a branch now; an index holds them. */
    public Waiting waiting(long branchId) {
        Object[] row = entities.createQuery("select count(a.id), min(a.arrivedAt) from Arrival a where a.branch.id = :branch and a.state = :waiting", Object[].class).setParameter("branch", branchId).setParameter("waiting", Arrival.State.WAITING).getSingleResult();
        return new Waiting(((Long) row[0]).intValue(), (Instant) row[1]);
    }

    /** Who is due first, first. */
    public List<Arrival> next(long branchId, int most) {
        return entities.createQuery("""
                select a from Arrival a join fetch a.branch join fetch a.reason left join fetch a.customer left join fetch a.appointment
                where a.branch.id = :branch and a.state = :waiting order by a.dueAt, a.id""", Arrival.class).setParameter("branch", branchId).setParameter("waiting", Arrival.State.WAITING).setMaxResults(most).getResultList();
    }

    /** Clerks at counters of a branch with nobody called or served. */
    public Set<Long> idle(long branchId) {
        return ids("""
                select c.clerk_id from branch_counter c where c.branch_id = ?1 and c.clerk_id is not null
                and not exists (select 1 from arrival a where a.counter_id = c.id and a.state in ('CALLED', 'SERVING'))""", branchId).stream().collect(Collectors.toSet());
    }

    /** His newest visit in which he was served and that ended after that moment; empty when he was nowhere. */
    public Optional<Arrival> lastOf(long customerId, Instant after) {
        return entities.createQuery("""
                select a from Arrival a join fetch a.branch join fetch a.reason left join fetch a.customer left join fetch a.counter left join fetch a.appointment
                where a.customer.id = :customer and a.interactionId is not null and a.state = :done and a.endedAt > :after order by a.id desc""", Arrival.class)
                .setParameter("customer", customerId).setParameter("done", Arrival.State.DONE).setParameter("after", after).setMaxResults(1).getResultStream().findFirst();
    }

    private List<Long> ids(String query, long of) {
        List<?> rows = entities.createNativeQuery(query).setParameter(1, of).getResultList();
        return rows.stream().map(id -> ((Number) id).longValue()).toList();
    }
}
