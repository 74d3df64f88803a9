// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Under which names other systems know our customers. A name belongs to one customer; one customer may have many. */
@ApplicationScoped
public class ExternalCustomers {
    public static final int LONGEST_NAME = 80;
    private static final int ASKED_AT_ONCE = 500;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** @param source short name of the other system @param name of the customer there */
    public record Name(String source, String name) {
    }

    /** @return our ids by their names; who is not in it is not known */
    public Map<String, Long> of(String source, Collection<String> names) {
        Map<String, Long> known = new HashMap<>();
        List<String> all = new ArrayList<>(names);
        for (int from = 0; from < all.size(); from += ASKED_AT_ONCE) {
            List<?> rows = entities.createNativeQuery("select external_id, customer_id from external_customer where source = :source and external_id in (:names)")
                    .setParameter("source", source).setParameter("names", all.subList(from, Math.min(all.size(), from + ASKED_AT_ONCE))).getResultList();
            rows.forEach(row -> known.put((String) ((Object[]) row)[0], ((Number) ((Object[]) row)[1]).longValue()));
        }
        return known;
    }

    /** Of these customers all names, in the order of systems and names. @return by customer; who has none is not in it */
    public Map<Long, List<Name>> namesOf(Collection<Long> customers) {
        Map<Long, List<Name>> names = new HashMap<>();
        if (!customers.isEmpty()) {
            List<?> rows = entities.createNativeQuery("select customer_id, source, external_id from external_customer where customer_id in (:ids) order by source, external_id").setParameter("ids", customers).getResultList();
            rows.stream().map(row -> (Object[]) row).forEach(row -> names.computeIfAbsent(((Number) row[0]).longValue(), any -> new ArrayList<>()).add(new Name((String) row[1], (String) row[2])));
        }
        return names;
    }

    /** From now on that name is this customer's. */
    public void know(String source, String name, long customerId) {
        int known = entities.createNativeQuery("update external_customer set customer_id = ?3 where source = ?1 and external_id = ?2").setParameter(1, source).setParameter(2, name).setParameter(3, customerId).executeUpdate();
        if (known == 0) {
            entities.createNativeQuery("insert into external_customer (source, external_id, customer_id) values (?1, ?2, ?3)").setParameter(1, source).setParameter(2, name).setParameter(3, customerId).executeUpdate();
        }
    }
}
