// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of customers beside their cards: told by other systems, or computed from what they bought. */
@ApplicationScoped
public class KnownFacts {
    private static final double DAYS_OF_YEAR = 365.2425;
    private static final String TOLD = "select customer_id, fact, number from customer_fact where ";
    private static final String COMPUTED = "select customer_id, last_bought_at, purchases, shekels from customer_behaviour where ";

    @PersistenceContext(unitName = "moked")
    EntityManager entities;
    @Inject
    Quintiles quintiles;
    @Inject
    Clock clock;

    public Map<CustomerFacts.Fact, Long> of(long customerId) {
        return of(List.of(customerId)).getOrDefault(customerId, Map.of());
    }

    /** What other systems say of him, nothing computed. */
    public Map<CustomerFacts.Fact, Long> told(long customerId) {
        Map<CustomerFacts.Fact, Long> told = new EnumMap<>(CustomerFacts.Fact.class);
        of(customerId).forEach((fact, number) -> {
            if (!fact.computed()) {
                told.put(fact, number);
            }
        });
        return told;
    }

    /** @return by customer; who is not in it is not known */
    public Map<Long, Map<CustomerFacts.Fact, Long>> of(Collection<Long> customerIds) {
        Map<Long, Map<CustomerFacts.Fact, Long>> known = new HashMap<>();
        if (customerIds.isEmpty()) {
            return known;
        }
        tell(known, entities.createNativeQuery(TOLD + "customer_id in (:ids)").setParameter("ids", customerIds));
        compute(known, entities.createNativeQuery(COMPUTED + "customer_id in (:ids)").setParameter("ids", customerIds));
        return known;
    }

    /** The same of all customers whose ids lie between these two, which belong to it. */
    public Map<Long, Map<CustomerFacts.Fact, Long>> between(long first, long last) {
        Map<Long, Map<CustomerFacts.Fact, Long>> known = new HashMap<>();
        tell(known, entities.createNativeQuery(TOLD + "customer_id between :first and :last").setParameter("first", first).setParameter("last", last));
        compute(known, entities.createNativeQuery(COMPUTED + "customer_id between :first and :last").setParameter("first", first).setParameter("last", last));
        return known;
    }

    private static void tell(Map<Long, Map<CustomerFacts.Fact, Long>> known, Query told) {
        for (Object row : told.setFlushMode(FlushModeType.COMMIT).getResultList()) {
            Object[] columns = (Object[]) row;
            of(known, columns[0]).put(CustomerFacts.Fact.valueOf((String) columns[1]), ((Number) columns[2]).longValue());
        }
    }

    private void compute(Map<Long, Map<CustomerFacts.Fact, Long>> known, Query computed) {
        Instant now = clock.instant();
        Map<Long, Behaviour> behaviours = behaviours(computed);
        if (!behaviours.isEmpty()) {
            Quintiles.Scale scale = quintiles.current();
            behaviours.forEach((id, behaviour) -> of(known, id).putAll(behaviour.facts(now, scale)));
        }
    }

    private static Map<CustomerFacts.Fact, Long> of(Map<Long, Map<CustomerFacts.Fact, Long>> known, Object id) {
        return known.computeIfAbsent(((Number) id).longValue(), one -> new EnumMap<>(CustomerFacts.Fact.class));
    }

    /** @return by customer; who never bought anything is not in it */
    public Map<Long, Behaviour> behaviours(Collection<Long> customerIds) {
        return customerIds.isEmpty() ? Map.of() : behaviours(entities.createNativeQuery(COMPUTED + "customer_id in (:ids)").setParameter("ids", customerIds));
    }

    private static Map<Long, Behaviour> behaviours(Query computed) {
        Map<Long, Behaviour> behaviours = new HashMap<>();
        for (Object row : computed.setFlushMode(FlushModeType.COMMIT).getResultList()) {
            Object[] columns = (Object[]) row;
            behaviours.put(((Number) columns[0]).longValue(), new Behaviour(moment(columns[1]), ((Number) columns[2]).intValue(), ((Number) columns[3]).longValue()));
        }
        return behaviours;
    }

    private static Instant moment(Object column) {
        return column instanceof OffsetDateTime local ? local.toInstant() : (Instant) column;
    }

    /** What he bought, from now on; null when nothing. Whoever calls it holds the customer. */
    public void behaves(long customerId, Behaviour behaviour) {
        entities.createNativeQuery("delete from customer_behaviour where customer_id = ?1").setParameter(1, customerId).executeUpdate();
        if (behaviour != null) {
            entities.createNativeQuery("insert into customer_behaviour (customer_id, last_bought_at, purchases, shekels, summed_at) values (?1, ?2, ?3, ?4, ?5)").setParameter(1, customerId).setParameter(2, behaviour.lastBoughtAt())
                    .setParameter(3, behaviour.purchases()).setParameter(4, behaviour.shekels()).setParameter(5, clock.instant()).executeUpdate();
        }
    }

    public void set(long customerId, CustomerFacts.Fact fact, long number) {
        int known = entities.createNativeQuery("update customer_fact set number = ?3 where customer_id = ?1 and fact = ?2").setParameter(1, customerId).setParameter(2, fact.name()).setParameter(3, number).executeUpdate();
        if (known == 0) {
            entities.createNativeQuery("insert into customer_fact (customer_id, fact, number) values (?1, ?2, ?3)").setParameter(1, customerId).setParameter(2, fact.name()).setParameter(3, number).executeUpdate();
        }
    }

    /** Other systems say this and nothing else, from now on; what is computed stays. Whoever calls it holds the customer. */
    public void replace(long customerId, Map<CustomerFacts.Fact, Long> facts) {
        entities.createNativeQuery("delete from customer_fact where customer_id = ?1").setParameter(1, customerId).executeUpdate();
        facts.forEach((fact, number) -> set(customerId, fact, number));
    }

    /**
     * The segment by rules. Of whom no system tells anything and no rule holds keeps the one he was given, whatever he bought.
     *
     * @param stored as in {@link #of}
     */
    public static SegmentRules.Choice choose(SegmentRules rules, Customer.Kind kind, Segment given, Instant createdAt, Map<CustomerFacts.Fact, Long> stored, Instant now) {
        SegmentRules.Choice choice = rules.choose(new CustomerFacts(kind, numbers(createdAt, stored, now)));
        return choice.rule() == null && stored.keySet().stream().allMatch(CustomerFacts.Fact::computed) ? new SegmentRules.Choice(given, null, rules.version()) : choice;
    }

    /** What rules ask of: what is stored, and years since his card was made unless another system knows better. */
    public static Map<CustomerFacts.Fact, Long> numbers(Instant createdAt, Map<CustomerFacts.Fact, Long> stored, Instant now) {
        Map<CustomerFacts.Fact, Long> numbers = new EnumMap<>(CustomerFacts.Fact.class);
        numbers.put(CustomerFacts.Fact.YEARS_KNOWN, (long) (ChronoUnit.DAYS.between(createdAt, now) / DAYS_OF_YEAR));
        numbers.putAll(stored);
        return numbers;
    }
}
