// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who came to branches. Whoever changes one locks its conversation first, then this. */
@ApplicationScoped
public class Arrivals {
    /** Who waits at a branch at once and is still listed one by one. */
    public static final int MOST_WAITING = 500;
    private static final String WITH_ALL = "select a from Arrival a join fetch a.branch join fetch a.reason left join fetch a.customer left join fetch a.counter left join fetch a.appointment where ";

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** Figures of a day at a branch. */
    public record Figures(Map<Arrival.State, Integer> states, int exceptions) {
    }

    public Arrival get(long id) {
        return entities.createQuery(WITH_ALL + "a.id = :id", Arrival.class).setParameter("id", id).getResultStream().findFirst().orElseThrow(Arrivals::unknown);
    }

    private static NotFoundException unknown() {
        return new NotFoundException("branch.unknown-arrival");
    }

    /** As it is now, locked. */
    public Arrival getLocked(long id) {
        Arrival arrival = entities.find(Arrival.class, id);
        if (arrival == null) {
            throw unknown();
        }
        entities.refresh(arrival, LockModeType.PESSIMISTIC_WRITE);
        return arrival;
    }

    public Optional<Arrival> ofInteraction(long interactionId) {
        return entities.createQuery(WITH_ALL + "a.interactionId = :interaction", Arrival.class).setParameter("interaction", interactionId).getResultStream().findFirst();
    }

    /** The same for changing; his conversation is locked. */
    public Optional<Arrival> ofInteractionLocked(long interactionId) {
        return entities.createQuery("select a.id from Arrival a where a.interactionId = :interaction", Long.class).setParameter("interaction", interactionId).getResultStream().findFirst().map(this::getLocked);
    }

    /** Those of these conversations that are visits. */
    public List<Arrival> ofInteractions(Collection<Long> interactionIds) {
        return interactionIds.isEmpty() ? List.of() : entities.createQuery(WITH_ALL + "a.interactionId in :interactions", Arrival.class).setParameter("interactions", interactionIds).getResultList();
    }

    /** Who is at a branch or is to come there: who is due first, first. */
    public List<Arrival> present(long branchId) {
        return entities.createQuery(WITH_ALL + "a.branch.id = :branch and a.state in :present order by a.dueAt nulls last, a.id", Arrival.class).setParameter("branch", branchId).setParameter("present", Arrival.PRESENT).setMaxResults(MOST_WAITING).getResultList();
    }

    /** How many wait, up to {@link #MOST_WAITING}. */
    public int waiting(long branchId) {
        return entities.createQuery("select a.id from Arrival a where a.branch.id = :branch and a.state = :waiting", Long.class).setParameter("branch", branchId).setParameter("waiting", Arrival.State.WAITING).setMaxResults(MOST_WAITING).getResultList().size();
    }

    /** How many wait, by branch; who waits nowhere is not in it. */
    public Map<Long, Integer> waiting() {
        Map<Long, Integer> waiting = new HashMap<>();
        entities.createQuery("select a.branch.id, count(a) from Arrival a where a.state = :waiting group by a.branch.id", Object[].class).setParameter("waiting", Arrival.State.WAITING).getResultStream().forEach(row -> waiting.put((Long) row[0], ((Long) row[1]).intValue()));
        return waiting;
    }

    /** How many at his branch are due before him, up to {@link #MOST_WAITING}. */
    public int before(Arrival one) {
        return entities.createQuery("select a.id from Arrival a where a.branch.id = :branch and a.state = :waiting and (a.dueAt < :due or a.dueAt = :due and a.id < :id)", Long.class).setParameter("branch", one.branch().id())
                .setParameter("waiting", Arrival.State.WAITING).setParameter("due", one.dueAt().orElseThrow()).setParameter("id", one.id()).setMaxResults(MOST_WAITING).getResultList().size();
    }

    /** Whom a counter has called or serves. */
    public Optional<Arrival> at(long counterId) {
        return entities.createQuery(WITH_ALL + "a.counter.id = :counter and a.state in :his order by a.id desc", Arrival.class).setParameter("counter", counterId)
                .setParameter("his", List.of(Arrival.State.CALLED, Arrival.State.SERVING)).setMaxResults(1).getResultStream().findFirst();
    }

    /** A customer's visit at a branch that is not over. */
    public Optional<Arrival> presentOf(long branchId, long customerId) {
        return entities.createQuery(WITH_ALL + "a.customer.id = :customer and a.branch.id = :branch and a.state in :present order by a.id desc", Arrival.class)
                .setParameter("customer", customerId).setParameter("branch", branchId).setParameter("present", Arrival.PRESENT).setMaxResults(1).getResultStream().findFirst();
    }

    /** Somebody's visit anywhere that is not over. */
    public List<Arrival> presentOf(long customerId) {
        return entities.createQuery(WITH_ALL + "a.customer.id = :customer and a.state in :present order by a.id desc", Arrival.class).setParameter("customer", customerId).setParameter("present", Arrival.PRESENT).setMaxResults(10).getResultList();
    }

    public Optional<Arrival> withKey(long branchId, String clientKey) {
        return clientKey == null ? Optional.empty() : entities.createQuery(WITH_ALL + "a.branch.id = :branch and a.clientKey = :key", Arrival.class).setParameter("branch", branchId).setParameter("key", clientKey).getResultStream().findFirst();
    }

    public Optional<Arrival> withNumber(long branchId, LocalDate day, TicketNumber number) {
        return entities.createQuery(WITH_ALL + "a.branch.id = :branch and a.day = :day and a.number = :number", Arrival.class).setParameter("branch", branchId).setParameter("day", day).setParameter("number", number.text()).getResultStream().findFirst();
    }

    /** Of a day, the newest first. @param before ids below this one, null for the first page */
    public Page<Arrival> on(long branchId, LocalDate day, Long before, int size) {
        return Page.of(entities.createQuery(WITH_ALL + "a.branch.id = :branch and a.day = :day and a.id < :before order by a.id desc", Arrival.class).setParameter("branch", branchId).setParameter("day", day)
                .setParameter("before", before == null ? Long.MAX_VALUE : before).setMaxResults(size + 1).getResultList(), size);
    }

    /** What became of those of one day: one branch's day is short, and an index holds it. */
    public Figures figures(long branchId, LocalDate day) {
        Map<Arrival.State, Integer> states = new EnumMap<>(Arrival.State.class);
        int[] exceptions = {0};
        entities.createQuery("select a.state, a.exceptional, count(a) from Arrival a where a.branch.id = :branch and a.day = :day group by a.state, a.exceptional", Object[].class).setParameter("branch", branchId).setParameter("day", day).getResultStream().forEach(row -> {
            int many = ((Long) row[2]).intValue();
            states.merge((Arrival.State) row[0], many, Integer::sum);
            exceptions[0] += (Boolean) row[1] ? many : 0;
        });
        return new Figures(states, exceptions[0]);
    }

    /** Who took a number at home and should have come before that moment. Ids. */
    public List<Long> expectedBefore(Instant moment, int most) {
        return entities.createQuery("select a.id from Arrival a where a.state = :expected and a.expectedAt < :moment order by a.id", Long.class).setParameter("expected", Arrival.State.EXPECTED).setParameter("moment", moment).setMaxResults(most).getResultList();
    }

    /** Whoever gives a number of that day and letter waits here for whoever does so just now. */
    public void lock(Branch branch, LocalDate day, String letter) {
        entities.createNativeQuery("insert into ticket_row (branch_id, given_on, letter, last_number) values (?1, ?2, ?3, 0) on conflict do nothing").setParameter(1, branch.id()).setParameter(2, day).setParameter(3, letter).executeUpdate();
        entities.createNativeQuery("select last_number from ticket_row where branch_id = ?1 and given_on = ?2 and letter = ?3 for update").setParameter(1, branch.id()).setParameter(2, day).setParameter(3, letter).getSingleResult();
    }

    /** The next number. {@link #lock} was called. */
    public TicketNumber next(Branch branch, LocalDate day, String letter) {
        entities.createNativeQuery("update ticket_row set last_number = last_number + 1 where branch_id = ?1 and given_on = ?2 and letter = ?3").setParameter(1, branch.id()).setParameter(2, day).setParameter(3, letter).executeUpdate();
        Number last = (Number) entities.createNativeQuery("select last_number from ticket_row where branch_id = ?1 and given_on = ?2 and letter = ?3").setParameter(1, branch.id()).setParameter(2, day).setParameter(3, letter).getSingleResult();
        return new TicketNumber(letter, last.intValue());
    }

    /** The newest first. */
    public List<ArrivalEvent> events(long arrivalId, int most) {
        return entities.createQuery("select e from ArrivalEvent e where e.arrivalId = :arrival order by e.id desc", ArrivalEvent.class).setParameter("arrival", arrivalId).setMaxResults(most).getResultList();
    }

    public void add(Arrival arrival) {
        entities.persist(arrival);
    }

    public void add(ArrivalEvent event) {
        entities.persist(event);
    }

    public void flush() {
        entities.flush();
    }
}
