// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of customers beside their cards; fed by other systems. */
@ApplicationScoped
public class KnownFacts {
    private static final double DAYS_OF_YEAR = 365.2425;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public Map<CustomerFacts.Fact, Long> of(long customerId) {
        return of(List.of(customerId)).getOrDefault(customerId, Map.of());
    }

    /** @return by customer; who is not in it is not known */
    public Map<Long, Map<CustomerFacts.Fact, Long>> of(Collection<Long> customerIds) {
        Map<Long, Map<CustomerFacts.Fact, Long>> known = new HashMap<>();
        if (customerIds.isEmpty()) {
            return known;
        }
        List<?> rows = entities.createNativeQuery("select customer_id, fact, number from customer_fact where customer_id in (:ids)").setParameter("ids", customerIds).setFlushMode(FlushModeType.COMMIT).getResultList();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            known.computeIfAbsent(((Number) columns[0]).longValue(), id -> new EnumMap<>(CustomerFacts.Fact.class)).put(CustomerFacts.Fact.valueOf((String) columns[1]), ((Number) columns[2]).longValue());
        }
        return known;
    }

    public void set(long customerId, CustomerFacts.Fact fact, long number) {
        int known = entities.createNativeQuery("update customer_fact set number = ?3 where customer_id = ?1 and fact = ?2").setParameter(1, customerId).setParameter(2, fact.name()).setParameter(3, number).executeUpdate();
        if (known == 0) {
            entities.createNativeQuery("insert into customer_fact (customer_id, fact, number) values (?1, ?2, ?3)").setParameter(1, customerId).setParameter(2, fact.name()).setParameter(3, number).executeUpdate();
        }
    }

    /** These and no others, from now on. Whoever calls it holds the customer. */
    public void replace(long customerId, Map<CustomerFacts.Fact, Long> facts) {
        entities.createNativeQuery("delete from customer_fact where customer_id = ?1").setParameter(1, customerId).executeUpdate();
        facts.forEach((fact, number) -> set(customerId, fact, number));
    }

    /**
     * The segment by rules. Of whom nothing is known and no rule holds keeps the one he was given.
     *
     * @param stored as in {@link #of}
     */
    public static SegmentRules.Choice choose(SegmentRules rules, Customer.Kind kind, Segment given, Instant createdAt, Map<CustomerFacts.Fact, Long> stored, Instant now) {
        Map<CustomerFacts.Fact, Long> numbers = new EnumMap<>(CustomerFacts.Fact.class);
        numbers.put(CustomerFacts.Fact.YEARS_KNOWN, (long) (ChronoUnit.DAYS.between(createdAt, now) / DAYS_OF_YEAR));
        numbers.putAll(stored);
        SegmentRules.Choice choice = rules.choose(new CustomerFacts(kind, numbers));
        return choice.rule() == null && stored.isEmpty() ? new SegmentRules.Choice(given, null, rules.version()) : choice;
    }
}
