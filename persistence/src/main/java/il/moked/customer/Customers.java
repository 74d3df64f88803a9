// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.shared.NationalId;
import il.moked.shared.NotFoundException;
import il.moked.shared.StaleVersionException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The people and companies served. */
@ApplicationScoped
public class Customers {
    /** More customers than this behind one address cannot be told apart by asking; the list stops there. */
    public static final int MOST_CANDIDATES = 20;
    private static final String KNOWN = "select new il.moked.customer.Customers$Line(c.id, c.kind, c.segment, c.createdAt) from Customer c where c.kind <> :guest and c.joinedInto is null and ";
    /** Whoever has more to know first knows nothing first. */
    public static final int MOST_ALERTS = 10;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** The customer of that id, or the one he was joined into. */
    public Customer get(long id) {
        Customer customer = entities.find(Customer.class, id);
        if (customer == null) {
            throw new NotFoundException("customer.unknown");
        }
        return customer.current();
    }

    /** The same, for changing what is known of him: whoever does the same waits. */
    public Customer getLocked(long id) {
        Customer customer = get(id);
        entities.refresh(customer, LockModeType.PESSIMISTIC_WRITE);
        return customer.current();
    }

    /** The one of that id and no other, also when he was merged into another; whoever changes him waits. */
    public Customer getItselfLocked(long id) {
        Customer customer = entities.find(Customer.class, id);
        if (customer == null) {
            throw new NotFoundException("customer.unknown");
        }
        entities.refresh(customer, LockModeType.PESSIMISTIC_WRITE);
        return customer;
    }

    /**
     * The same, for changing who he is or how he is reached: whoever does the same waits, and every such change counts as a new version of him.
     *
     * @param version that the caller saw
     * @throws StaleVersionException when somebody changed him since
     */
    public Customer getForChange(long id, int version, Instant now) {
        Customer customer = getLocked(id);
        if (customer.version() != version) {
            throw new StaleVersionException();
        }
        customer.changed(now);
        return customer;
    }

    /** Writes what was changed, so that {@link Customer#version} is the new one. */
    public void flush() {
        entities.flush();
    }

    public void add(Customer customer) {
        entities.persist(customer);
    }

    /** Known customers and guests that have this address, known ones first, of these who usually comes from there; customers joined into another are left out, and who was added in this transaction. */
    public List<Customer> reachedBy(ContactPoint.Kind kind, String address) {
        return entities.createQuery("""
                select c from ContactPoint p join p.customer c where p.kind = :kind and p.address = :address and p.removedAt is null and c.joinedInto is null
                order by case when c.kind = :guest then 1 else 0 end, case when p.usualCaller = true then 0 else 1 end, c.id""", Customer.class)
                .setParameter("kind", kind).setParameter("address", address).setParameter("guest", Customer.Kind.GUEST)
                .setMaxResults(MOST_CANDIDATES).setFlushMode(FlushModeType.COMMIT).getResultList();
    }

    /** The first customers known by a verified e-mail address, oldest first. */
    public List<Customer> withVerifiedEmail(int most) {
        return entities.createQuery("""
                select c from Customer c where c.kind <> :guest and c.joinedInto is null
                and exists (select p from ContactPoint p where p.customer = c and p.kind = :kind and p.verified = true and p.removedAt is null)
                order by c.id""", Customer.class)
                .setParameter("guest", Customer.Kind.GUEST).setParameter("kind", ContactPoint.Kind.EMAIL).setMaxResults(most).getResultList();
    }

    public Optional<Customer> findByNationalId(NationalId id) {
        List<Customer> found = entities.createQuery("select c from Customer c where c.nationalId = :id and c.joinedInto is null", Customer.class)
                .setParameter("id", id.digits()).setMaxResults(2).setFlushMode(FlushModeType.COMMIT).getResultList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Others known by the same number of his: whoever has it is the same customer. Ids, oldest first. @param except his own id, or null */
    public List<Long> knownBy(Particulars particulars, Long except) {
        if (particulars.nationalId() == null && particulars.companyNumber() == null) {
            return List.of();
        }
        return entities.createQuery("select c.id from Customer c where (c.nationalId = :national or c.companyNumber = :company) and c.joinedInto is null and c.kind <> :guest and c.id <> :except order by c.id", Long.class)
                .setParameter("national", particulars.nationalId() == null ? "" : particulars.nationalId().digits()).setParameter("company", particulars.companyNumber() == null ? "" : particulars.companyNumber().digits())
                .setParameter("guest", Customer.Kind.GUEST).setParameter("except", except == null ? -1L : except).setMaxResults(MOST_CANDIDATES).setFlushMode(FlushModeType.COMMIT).getResultList();
    }

    /** Of all who share the address only this customer usually comes from there, from now on; or nobody when he does not. */
    public void usuallyCalls(Customer customer, ContactPoint chosen, boolean usually) {
        entities.createQuery("update ContactPoint p set p.usualCaller = false where p.kind = :kind and p.address = :address and p.customer <> :customer and p.usualCaller = true")
                .setParameter("kind", chosen.kind()).setParameter("address", chosen.address()).setParameter("customer", customer).executeUpdate();
        chosen.callsUsually(usually);
    }

    /** Ids of those known by these national IDs or company numbers, as written; who is not in it is not known, or not known for sure. */
    public Map<String, Long> idsOf(Collection<String> numbers) {
        Map<String, Long> ids = new HashMap<>();
        Set<String> unsure = new HashSet<>();
        for (String field : List.of("nationalId", "companyNumber")) {
            entities.createQuery("select c." + field + ", c.id from Customer c where c." + field + " in :numbers and c.joinedInto is null", Object[].class).setParameter("numbers", numbers).getResultList().forEach(row -> {
                if (ids.put((String) row[0], (Long) row[1]) != null) {
                    unsure.add((String) row[0]);
                }
            });
        }
        ids.keySet().removeAll(unsure);
        return ids;
    }

    /** What the segment rules need of a known customer's card. */
    public record Line(long id, Customer.Kind kind, Segment segment, Instant createdAt) {
    }

    /** The next known customers in the order of their ids; guests and who was joined into another are left out. */
    public List<Line> known(long after, int most) {
        return entities.createQuery(KNOWN + "c.id > :after order by c.id", Line.class).setParameter("guest", Customer.Kind.GUEST).setParameter("after", after).setMaxResults(most).setFlushMode(FlushModeType.COMMIT).getResultList();
    }

    /** Those of these ids that are known customers. */
    public List<Line> known(Collection<Long> ids) {
        return entities.createQuery(KNOWN + "c.id in :ids", Line.class).setParameter("guest", Customer.Kind.GUEST).setParameter("ids", ids).setFlushMode(FlushModeType.COMMIT).getResultList();
    }

    /** Lowest and highest id in use; both 0 when there is nobody. Read from the ends of the key, whatever its length. */
    public long[] span() {
        Object[] ends = entities.createQuery("select min(c.id), max(c.id) from Customer c", Object[].class).getSingleResult();
        return ends[0] == null ? new long[] {0, 0} : new long[] {(Long) ends[0], (Long) ends[1]};
    }

    /** @param upTo the highest id that is asked for */
    public List<Long> idsAfter(long after, long upTo, int most) {
        return entities.createQuery("select c.id from Customer c where c.id > :after and c.id <= :upTo order by c.id", Long.class).setParameter("after", after).setParameter("upTo", upTo).setMaxResults(most).getResultList();
    }

    public long lastId() {
        return entities.createQuery("select coalesce(max(c.id), 0) from Customer c", Long.class).getSingleResult();
    }

    /** What these are found by, as the database has it now, in no order. Two queries for all of them. */
    public List<CustomerKeys> keys(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, List<CustomerKeys.Reach>> reached = new HashMap<>();
        entities.createQuery("select p.customer.id, p.kind, p.address from ContactPoint p where p.customer.id in :ids and p.removedAt is null", Object[].class).setParameter("ids", ids).getResultList()
                .forEach(row -> reached.computeIfAbsent((Long) row[0], id -> new ArrayList<>()).add(new CustomerKeys.Reach((ContactPoint.Kind) row[1], (String) row[2])));
        return entities.createQuery("select c.id, c.kind, c.displayName from Customer c where c.id in :ids", Object[].class).setParameter("ids", ids).getResultStream()
                .map(row -> CustomerKeys.of((Long) row[0], (Customer.Kind) row[1], (String) row[2], reached.getOrDefault((Long) row[0], List.of()))).toList();
    }

    /** These with all ways to reach them, in one query. */
    public List<Customer> withContactPoints(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : entities.createQuery("select distinct c from Customer c left join fetch c.contactPoints where c.id in :ids", Customer.class).setParameter("ids", ids).getResultList();
    }

    /** Those with exactly this address, known ones first, also those joined into another. */
    public List<Long> idsReachedBy(ContactPoint.Kind kind, String address, int most) {
        return entities.createQuery("""
                select c.id from ContactPoint p join p.customer c where p.kind = :kind and p.address = :address and p.removedAt is null
                order by case when c.kind = :guest then 1 else 0 end, case when p.usualCaller = true then 0 else 1 end, c.id""", Long.class)
                .setParameter("kind", kind).setParameter("address", address).setParameter("guest", Customer.Kind.GUEST).setMaxResults(most).getResultList();
    }

    /** Those with exactly this identity number, company number, passport or foreign registration, also those joined into another. @param number as kept */
    public List<Long> idsWithNumber(String number, int most) {
        List<Long> ids = new ArrayList<>();
        for (String query : List.of("select c.id from Customer c where c.nationalId = :number", "select c.id from Customer c where c.companyNumber = :number", "select i.customer.id from Identifier i where i.number = :number")) {
            ids.addAll(entities.createQuery(query, Long.class).setParameter("number", number).setMaxResults(most).getResultList());
        }
        return ids;
    }

    /** Known customers who can be reached where this guest wrote or called from. */
    public List<Customer> sharingAddressWith(Customer guest) {
        return entities.createQuery("""
                select distinct c from ContactPoint g join ContactPoint p on p.kind = g.kind and p.address = g.address join p.customer c
                where g.customer = :guest and g.removedAt is null and p.removedAt is null and c.kind <> il.moked.customer.Customer$Kind.GUEST and c.joinedInto is null order by c.id""", Customer.class)
                .setParameter("guest", guest).setMaxResults(MOST_CANDIDATES).getResultList();
    }

    /** What holds now, the gravest first and of those the newest. */
    public List<CustomerAlert> alerts(long customerId, Instant now) {
        return entities.createQuery("""
                select a from CustomerAlert a where a.customerId = :customer and a.removedAt is null and (a.validUntil is null or a.validUntil > :now)
                order by case a.severity when il.moked.customer.CustomerAlert$Severity.DANGER then 0 when il.moked.customer.CustomerAlert$Severity.WARNING then 1 else 2 end, a.createdAt desc, a.id desc""", CustomerAlert.class)
                .setParameter("customer", customerId).setParameter("now", now).setMaxResults(MOST_ALERTS).getResultList();
    }

    public CustomerAlert alert(long id) {
        CustomerAlert alert = entities.find(CustomerAlert.class, id);
        if (alert == null) {
            throw new NotFoundException("customer.unknown-alert");
        }
        return alert;
    }

    public void recordSegment(long customerId, Segment before, SegmentRules.Choice choice, Instant at) {
        entities.createNativeQuery("insert into segment_change (id, customer_id, at, segment_before, segment_after, rule, rules_version) values (nextval('segment_change_seq'), ?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, customerId).setParameter(2, at).setParameter(3, before.name()).setParameter(4, choice.segment().name()).setParameter(5, choice.rule()).setParameter(6, choice.version()).executeUpdate();
    }

    public void add(CustomerAlert alert) {
        entities.persist(alert);
    }
}
