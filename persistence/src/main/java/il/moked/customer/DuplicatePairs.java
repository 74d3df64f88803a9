// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pairs of customers who may be one. */
@ApplicationScoped
public class DuplicatePairs {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** Where a list goes on. @param score in tenths of a bit */
    public record Place(int score, long id) {
        public static final Place FIRST = new Place(Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    public void add(DuplicatePair pair) {
        entities.persist(pair);
    }

    /** @throws NotFoundException {@code customer.unknown-pair} */
    public DuplicatePair get(long id) {
        DuplicatePair pair = entities.find(DuplicatePair.class, id);
        if (pair == null) {
            throw new NotFoundException("customer.unknown-pair");
        }
        return pair;
    }

    /** For deciding: whoever decides the same waits. */
    public DuplicatePair getLocked(long id) {
        DuplicatePair pair = get(id);
        entities.refresh(pair, LockModeType.PESSIMISTIC_WRITE);
        return pair;
    }

    /** The likeliest first. */
    public Page<DuplicatePair> open(Place after, int size) {
        return Page.of(entities.createQuery("""
                select p from DuplicatePair p join fetch p.one join fetch p.other
                where p.state = :open and (p.score < :score or p.score = :score and p.id < :id) order by p.score desc, p.id desc""", DuplicatePair.class)
                .setParameter("open", DuplicatePair.State.OPEN).setParameter("score", after.score()).setParameter("id", after.id()).setMaxResults(size + 1).getResultList(), size);
    }

    /** The likeliest first. */
    public List<DuplicatePair> openOf(long customerId, int most) {
        return entities.createQuery("""
                select p from DuplicatePair p join fetch p.one join fetch p.other
                where p.state = :open and (p.one.id = :customer or p.other.id = :customer) order by p.score desc, p.id desc""", DuplicatePair.class)
                .setParameter("open", DuplicatePair.State.OPEN).setParameter("customer", customerId).setMaxResults(most).getResultList();
    }

    public Optional<DuplicatePair> between(long one, long other) {
        return entities.createQuery("select p from DuplicatePair p where p.one.id = :one and p.other.id = :other", DuplicatePair.class)
                .setParameter("one", Math.min(one, other)).setParameter("other", Math.max(one, other)).getResultStream().findFirst();
    }

    /** All between customers of these, whatever became of them. @return by the higher id, by the lower */
    public Map<Long, Map<Long, DuplicatePair>> among(Collection<Long> customers) {
        Map<Long, Map<Long, DuplicatePair>> among = new HashMap<>();
        if (!customers.isEmpty()) {
            entities.createQuery("select p from DuplicatePair p where p.one.id in :ids and p.other.id in :ids", DuplicatePair.class).setParameter("ids", customers).getResultList()
                    .forEach(pair -> among.computeIfAbsent(pair.one().id(), any -> new HashMap<>()).put(pair.other().id(), pair));
        }
        return among;
    }

    /** Open pairs that are near-certain, in the order of their ids. */
    public List<DuplicatePair> certain(long after, int most) {
        return entities.createQuery("select p from DuplicatePair p where p.state = :open and p.certain = true and p.id > :after order by p.id", DuplicatePair.class)
                .setParameter("open", DuplicatePair.State.OPEN).setParameter("after", after).setMaxResults(most).getResultList();
    }

    /** Whoever waited to be compared with the one who went waits no more. */
    public void merged(long gone, long merge, String by, java.time.Instant now) {
        entities.createQuery("update DuplicatePair p set p.state = :merged, p.mergeId = :merge, p.decidedBy = :by, p.decidedAt = :now, p.version = p.version + 1 where p.state = :open and (p.one.id = :gone or p.other.id = :gone)")
                .setParameter("merged", DuplicatePair.State.MERGED).setParameter("open", DuplicatePair.State.OPEN).setParameter("merge", merge).setParameter("by", by).setParameter("now", now).setParameter("gone", gone).executeUpdate();
    }

    /** It was undone: somebody has to look again. */
    public void reopened(long merge) {
        entities.createQuery("update DuplicatePair p set p.state = :open, p.mergeId = null, p.decidedBy = null, p.decidedAt = null, p.version = p.version + 1 where p.mergeId = :merge")
                .setParameter("open", DuplicatePair.State.OPEN).setParameter("merge", merge).executeUpdate();
    }
}
