// SPDX-License-Identifier: Apache-2.0
package il.moked.promise;

import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ledger of promises. Every read goes along an index and has an end; nothing counts history. */
@ApplicationScoped
public class Promises {
    private static final String LINE = """
            select new il.moked.promise.PromiseLine(p.id, p.customerId, c.displayName, p.interactionId, p.kind, p.text, p.state, p.dueAt, p.wishedAt, p.moved, p.givenBy, p.givenOn, p.givenAt,
                p.ownerId, o.userName, o.hebrewName, o.englishName, a.presence, p.teamId, t.code, t.hebrewName, t.englishName, p.brokenAt, p.endedAt, p.endedBy, p.proof, p.ending, p.firstDueAt, p.reschedules, p.rescheduledWhy, p.version)
            from Promise p join Customer c on c.id = p.customerId join Team t on t.id = p.teamId left join StaffUser o on o.id = p.ownerId left join Agent a on a.id = p.ownerId where\s""";
    private static final String AFTER = " and (p.dueAt > :at or p.dueAt = :at and p.id > :id)";
    private static final String SOONEST_FIRST = " order by p.dueAt, p.id";

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** @param due of what is due first @param broken whether anything is broken */
    public record Mark(Instant due, boolean broken) {
    }

    public void add(Promise promise) {
        entities.persist(promise);
        entities.flush();
    }

    public void add(PromiseEvent event) {
        entities.persist(event);
    }

    public Promise getLocked(long id) {
        Promise promise = entities.find(Promise.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (promise == null) {
            throw new NotFoundException("promise.unknown");
        }
        return promise;
    }

    public void flush() {
        entities.flush();
    }

    /** The next that the clock has to look at, locked; those another node looks at just now are passed over. */
    public Optional<Promise> nextWatched(Instant now) {
        return entities.createQuery("select p from Promise p where p.watchAt <= :now order by p.watchAt, p.id", Promise.class).setParameter("now", now).setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).setHint("jakarta.persistence.lock.timeout", -2).getResultStream().findFirst();
    }

    /** Calls that were promised in a conversation and are still waited for, locked. */
    public List<Promise> pendingCallsOf(long interactionId) {
        return entities.createQuery("select p from Promise p where p.interactionId = :interaction and p.kind = :call and p.pending = true order by p.id", Promise.class).setParameter("interaction", interactionId).setParameter("call", Promise.Kind.CALL)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    public PromiseLine line(long id) {
        return lines("p.id = :promise").setParameter("promise", id).getResultStream().findFirst().orElseThrow(() -> new NotFoundException("promise.unknown"));
    }

    /** What a customer still waits for, due first. */
    public List<PromiseLine> pendingOf(long customerId, int most) {
        return lines("p.customerId = :customer and p.pending = true" + SOONEST_FIRST).setParameter("customer", customerId).setMaxResults(most).getResultList();
    }

    /** Of what was promised in conversations, the first due first. */
    public List<PromiseLine> pendingIn(Collection<Long> interactions, int most) {
        return interactions.isEmpty() ? List.of() : lines("p.interactionId in :interactions and p.pending = true" + SOONEST_FIRST).setParameter("interactions", interactions).setMaxResults(most).getResultList();
    }

    /** Everything a customer was promised, newest first. @param after null for the first page */
    public Page<PromiseLine> ofCustomer(long customerId, PromiseLine.Cursor after, int size) {
        TypedQuery<PromiseLine> query = lines("p.customerId = :customer" + (after == null ? "" : " and (p.givenAt < :at or p.givenAt = :at and p.id < :id)") + " order by p.givenAt desc, p.id desc").setParameter("customer", customerId);
        return page(query, after, size);
    }

    /** What an agent has to keep, due first. */
    public Page<PromiseLine> pendingOfOwner(long ownerId, PromiseLine.Cursor after, int size) {
        return page(lines("p.ownerId = :owner and p.pending = true" + (after == null ? "" : AFTER) + SOONEST_FIRST).setParameter("owner", ownerId), after, size);
    }

    /** When what an agent has to keep until that moment is due, the first first; not more than so many. */
    public List<Instant> dueOfOwner(long ownerId, Instant until, int most) {
        return entities.createQuery("select p.dueAt from Promise p where p.ownerId = :owner and p.pending = true and p.dueAt < :until" + SOONEST_FIRST, Instant.class).setParameter("owner", ownerId).setParameter("until", until).setMaxResults(most).getResultList();
    }

    /** The same of what a team has to keep and nobody of it owns. */
    public List<Instant> dueOfNobody(long teamId, Instant until, int most) {
        return entities.createQuery("select p.dueAt from Promise p where p.teamId = :team and p.pending = true and p.ownerId is null and p.dueAt < :until" + SOONEST_FIRST, Instant.class).setParameter("team", teamId).setParameter("until", until)
                .setMaxResults(most).getResultList();
    }

    /** What a team has to keep, whoever of it owns it. */
    public Page<PromiseLine> pendingOfTeam(long teamId, PromiseLine.Cursor after, int size) {
        return page(lines("p.teamId = :team and p.pending = true" + (after == null ? "" : AFTER) + SOONEST_FIRST).setParameter("team", teamId), after, size);
    }

    /** What anybody has to keep. */
    public Page<PromiseLine> pending(PromiseLine.Cursor after, int size) {
        return page(lines("p.pending = true" + (after == null ? "" : AFTER) + SOONEST_FIRST), after, size);
    }

    /** What was due in these days at a team, by what became of it: the rows behind a number. Newest day first. @param states that count @param after id with which the page before ended, null for the first */
    public Page<PromiseLine> behind(long teamId, LocalDate from, LocalDate to, Collection<Promise.State> states, boolean broken, PromiseLine.Cursor after, int size) {
        String which = broken ? "p.brokenTeamId = :team and p.brokenAt is not null" : "p.teamId = :team and p.brokenAt is null and p.state in :states";
        TypedQuery<PromiseLine> query = lines(which + " and p.dueDay >= :from and p.dueDay <= :to" + (after == null ? "" : AFTER) + SOONEST_FIRST).setParameter("team", teamId).setParameter("from", from).setParameter("to", to);
        if (!broken) {
            query.setParameter("states", states);
        }
        return page(query, after, size);
    }

    /** What is due in these days at a team and was promised for another time first. As {@link #behind}. */
    public Page<PromiseLine> rescheduled(long teamId, LocalDate from, LocalDate to, PromiseLine.Cursor after, int size) {
        return page(lines("p.teamId = :team and p.reschedules > 0 and p.dueDay >= :from and p.dueDay <= :to" + (after == null ? "" : AFTER) + SOONEST_FIRST).setParameter("team", teamId).setParameter("from", from).setParameter("to", to), after, size);
    }

    /** What customers of a list wait for; who waits for nothing is not in it. One query whatever the list. */
    public Map<Long, Mark> marks(Collection<Long> customers) {
        return customers.isEmpty() ? Map.of() : entities.createQuery("""
                select p.customerId, min(p.dueAt), max(case when p.state = il.moked.promise.Promise$State.BROKEN then 1 else 0 end) from Promise p where p.customerId in :customers and p.pending = true group by p.customerId""", Object[].class)
                .setParameter("customers", customers).getResultStream().collect(Collectors.toMap(row -> (Long) row[0], row -> new Mark((Instant) row[1], ((Number) row[2]).intValue() == 1)));
    }

    /** What happened to it, first things first. */
    public List<PromiseEvent> events(long promiseId) {
        return entities.createQuery("select e from PromiseEvent e where e.promiseId = :promise order by e.id", PromiseEvent.class).setParameter("promise", promiseId).getResultList();
    }

    private TypedQuery<PromiseLine> lines(String which) {
        return entities.createQuery(LINE + which, PromiseLine.class);
    }

    private static Page<PromiseLine> page(TypedQuery<PromiseLine> query, PromiseLine.Cursor after, int size) {
        if (after != null) {
            query.setParameter("at", after.dueAt()).setParameter("id", after.id());
        }
        return Page.of(query.setMaxResults(size + 1).getResultList(), size);
    }
}
