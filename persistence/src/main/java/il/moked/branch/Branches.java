// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The branches with their counters, and why people come. */
@ApplicationScoped
public class Branches {
    /** Reasons of an organisation; counters of a branch. */
    public static final int MOST = 500;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public Branch get(long id) {
        Branch branch = entities.find(Branch.class, id);
        if (branch == null) {
            throw new NotFoundException("branch.unknown");
        }
        return branch;
    }

    /** @throws NotFoundException {@code branch.unknown} when there is none, or it is not in use any more */
    public Branch inUse(String code) {
        return findByCode(code).filter(Branch::active).orElseThrow(() -> new NotFoundException("branch.unknown"));
    }

    public Optional<Branch> findByCode(String code) {
        return entities.createQuery("select b from Branch b where b.code = :code", Branch.class).setParameter("code", code).getResultStream().findFirst();
    }

    /** @throws NotFoundException {@code branch.unknown} */
    public Branch named(String code) {
        return findByCode(code).orElseThrow(() -> new NotFoundException("branch.unknown"));
    }

    /** Where that team works; empty when it works at no branch. */
    public Optional<Branch> ofTeam(long teamId) {
        return entities.createQuery("select b from Branch b where b.teamId = :team", Branch.class).setParameter("team", teamId).getResultStream().findFirst();
    }

    /** In use, by code. */
    public List<Branch> open() {
        return entities.createQuery("select distinct b from Branch b join fetch b.town left join fetch b.segments where b.active = true order by b.code", Branch.class).getResultList();
    }

    public List<Branch> all() {
        return entities.createQuery("select distinct b from Branch b join fetch b.town left join fetch b.segments order by b.code", Branch.class).getResultList();
    }

    /** By number, with who sits there. */
    public List<Counter> counters(long branchId) {
        return entities.createQuery("select c from Counter c left join fetch c.clerk where c.branch.id = :branch order by c.number", Counter.class).setParameter("branch", branchId).setMaxResults(MOST).getResultList();
    }

    public Counter counter(long id) {
        Counter counter = entities.find(Counter.class, id);
        if (counter == null) {
            throw new NotFoundException("branch.unknown-counter");
        }
        return counter;
    }

    public Counter counterLocked(long id) {
        Counter counter = entities.find(Counter.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (counter == null) {
            throw new NotFoundException("branch.unknown-counter");
        }
        return counter;
    }

    /** Where somebody sits now. */
    public Optional<Counter> counterOf(long clerkId) {
        return entities.createQuery("select c from Counter c join fetch c.branch where c.clerk.id = :clerk", Counter.class).setParameter("clerk", clerkId).getResultStream().findFirst();
    }

    /** How many counters have somebody, by branch; a branch without any is not in it. */
    public Map<Long, Integer> staffed() {
        Map<Long, Integer> staffed = new HashMap<>();
        entities.createQuery("select c.branch.id, count(c) from Counter c where c.clerk is not null group by c.branch.id", Object[].class).getResultStream().forEach(row -> staffed.put((Long) row[0], ((Long) row[1]).intValue()));
        return staffed;
    }

    /** How many counters of a branch have somebody. */
    public int staffed(long branchId) {
        return entities.createQuery("select c.id from Counter c where c.branch.id = :branch and c.clerk is not null", Long.class).setParameter("branch", branchId).setMaxResults(MOST).getResultList().size();
    }

    /** Counters at which somebody sits since before that moment. Ids. */
    public List<Long> openSince(Instant moment, int most) {
        return entities.createQuery("select c.id from Counter c where c.clerk is not null and c.since < :moment order by c.id", Long.class).setParameter("moment", moment).setMaxResults(most).getResultList();
    }

    public VisitReason reason(long id) {
        VisitReason reason = entities.find(VisitReason.class, id);
        if (reason == null) {
            throw new NotFoundException("branch.unknown-reason");
        }
        return reason;
    }

    public Optional<VisitReason> findReason(String code) {
        return entities.createQuery("select r from VisitReason r where r.code = :code", VisitReason.class).setParameter("code", code).getResultStream().findFirst();
    }

    /** What may be chosen at a branch, in order. */
    public List<VisitReason> reasons(long branchId) {
        return entities.createQuery("select r from VisitReason r where r.active = true and (r.branchId is null or r.branchId = :branch) order by r.place, r.code", VisitReason.class)
                .setParameter("branch", branchId).setMaxResults(MOST).getResultList();
    }

    public List<VisitReason> allReasons() {
        return entities.createQuery("select r from VisitReason r order by r.place, r.code", VisitReason.class).setMaxResults(MOST).getResultList();
    }

    public void add(Branch branch) {
        entities.persist(branch);
    }

    public void add(Counter counter) {
        entities.persist(counter);
    }

    public void add(VisitReason reason) {
        entities.persist(reason);
    }

    public void flush() {
        entities.flush();
    }
}
