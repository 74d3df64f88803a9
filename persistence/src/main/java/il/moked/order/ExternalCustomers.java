// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

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
    private static final int ASKED_AT_ONCE = 500;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

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

    /** From now on that name is this customer's, and what was bought under it is his. @return how many documents */
    public int know(String source, String name, long customerId) {
        int known = entities.createNativeQuery("update external_customer set customer_id = ?3 where source = ?1 and external_id = ?2").setParameter(1, source).setParameter(2, name).setParameter(3, customerId).executeUpdate();
        if (known == 0) {
            entities.createNativeQuery("insert into external_customer (source, external_id, customer_id) values (?1, ?2, ?3)").setParameter(1, source).setParameter(2, name).setParameter(3, customerId).executeUpdate();
        }
        return entities.createQuery("update Purchase p set p.customerId = :customer where p.source = :source and p.externalCustomer = :name and (p.customerId is null or p.customerId <> :customer)")
                .setParameter("customer", customerId).setParameter("source", source).setParameter("name", name).executeUpdate();
    }
}
