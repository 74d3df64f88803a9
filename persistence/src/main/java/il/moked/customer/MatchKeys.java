// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Under which keys known customers are looked for, and what tells them apart. Guests are not in it: nobody knows who they are. */
@ApplicationScoped
public class MatchKeys {
    private static final int INSERTED_AT_ONCE = 50;
    /** More keys than these are not asked for one customer; the rare ones come first. */
    private static final int MOST_ASKED = 40;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** One key of the list of all, with how many have it. */
    public record Shared(String key, long customers) {
    }

    /** What tells each of these apart; who is a guest, merged or unknown is not in it. */
    public Map<Long, Traits> traitsOf(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Long, Traits.Collecting> collecting = new LinkedHashMap<>();
        entities.createQuery("select c from Customer c where c.id in :ids and c.joinedInto is null and c.kind <> :guest order by c.id", Customer.class).setParameter("ids", ids).setParameter("guest", Customer.Kind.GUEST).getResultList()
                .forEach(customer -> collecting.put(customer.id(), Traits.of(customer.particulars())));
        entities.createQuery("select p.customer.id, p.kind, p.address from ContactPoint p where p.customer.id in :ids and p.removedAt is null", Object[].class).setParameter("ids", ids).getResultList()
                .forEach(row -> reach(collecting.get(row[0]), (ContactPoint.Kind) row[1], (String) row[2]));
        entities.createQuery("select i.customer.id, i.country, i.number from Identifier i where i.customer.id in :ids", Object[].class).setParameter("ids", ids).getResultList().forEach(row -> {
            if (collecting.containsKey(row[0])) {
                collecting.get(row[0]).with(Traits.Part.DOCUMENT, (String) row[1] + row[2]);
            }
        });
        Map<Long, Traits> traits = new LinkedHashMap<>();
        collecting.forEach((id, collected) -> traits.put(id, collected.done()));
        return traits;
    }

    private static void reach(Traits.Collecting collecting, ContactPoint.Kind kind, String address) {
        if (collecting != null) {
            Traits.of(collecting, kind, address);
        }
    }

    /** These keys and no others, from now on. */
    public void replace(long customerId, Set<String> keys) {
        replace(Map.of(customerId, keys));
    }

    public void replace(Map<Long, Set<String>> keys) {
        if (keys.isEmpty()) {
            return;
        }
        remove(keys.keySet());
        List<Object[]> rows = new ArrayList<>();
        keys.forEach((customer, of) -> of.forEach(key -> rows.add(new Object[] {key, customer})));
        for (int from = 0; from < rows.size(); from += INSERTED_AT_ONCE) {
            List<Object[]> some = rows.subList(from, Math.min(rows.size(), from + INSERTED_AT_ONCE));
            StringBuilder statement = new StringBuilder("insert into customer_match_key (match_key, customer_id) values ");
            for (int at = 0; at < some.size(); at++) {
                statement.append(at == 0 ? "(?" : ", (?").append(2 * at + 1).append(", ?").append(2 * at + 2).append(")");
            }
            var query = entities.createNativeQuery(statement.toString());
            for (int at = 0; at < some.size(); at++) {
                query.setParameter(2 * at + 1, some.get(at)[0]).setParameter(2 * at + 2, some.get(at)[1]);
            }
            query.executeUpdate();
        }
    }

    public void remove(Collection<Long> customers) {
        entities.createNativeQuery("delete from customer_match_key where customer_id in (:ids)").setParameter("ids", customers).executeUpdate();
    }

    /** Who has one of these keys, by how many they share; a key too many have is passed over. */
    public Map<Long, Integer> sharing(Collection<String> keys, Long except) {
        Map<Long, Integer> sharing = new HashMap<>();
        for (String key : keys.stream().limit(MOST_ASKED).toList()) {
            List<?> holders = entities.createNativeQuery("select customer_id from customer_match_key where match_key = ?1").setParameter(1, key).setMaxResults(Blocking.MOST_SHARING + 1).setFlushMode(FlushModeType.COMMIT).getResultList();
            if (holders.size() <= Blocking.MOST_SHARING) {
                holders.stream().map(id -> ((Number) id).longValue()).filter(id -> !id.equals(except)).forEach(id -> sharing.merge(id, 1, Integer::sum));
            }
        }
        return sharing;
    }

    /** All keys in the database's order, with how many have each. @param after the last one of the page before; empty for the first */
    public List<Shared> page(String after, int size) {
        List<?> rows = entities.createNativeQuery("select match_key, count(*) from customer_match_key where match_key > ?1 group by match_key order by match_key").setParameter(1, after).setMaxResults(size).getResultList();
        return rows.stream().map(row -> (Object[]) row).map(row -> new Shared((String) row[0], ((Number) row[1]).longValue())).toList();
    }

    /** @return by key, lowest id first */
    public Map<String, Set<Long>> holders(Collection<String> keys) {
        Map<String, Set<Long>> holders = new HashMap<>();
        if (!keys.isEmpty()) {
            List<?> rows = entities.createNativeQuery("select match_key, customer_id from customer_match_key where match_key in (:keys) order by match_key, customer_id").setParameter("keys", keys).getResultList();
            rows.stream().map(row -> (Object[]) row).forEach(row -> holders.computeIfAbsent((String) row[0], any -> new LinkedHashSet<>()).add(((Number) row[1]).longValue()));
        }
        return holders;
    }

    /** Ids of known customers in order. @param after the last one of the page before; 0 for the first @param last as far as the search goes */
    public List<Long> customers(long after, long last, int size) {
        return entities.createQuery("select c.id from Customer c where c.id > :after and c.id <= :last and c.joinedInto is null and c.kind <> :guest order by c.id", Long.class)
                .setParameter("after", after).setParameter("last", last).setParameter("guest", Customer.Kind.GUEST).setMaxResults(size).getResultList();
    }

    public long lastCustomer() {
        Long last = entities.createQuery("select max(c.id) from Customer c", Long.class).getSingleResult();
        return last == null ? 0 : last;
    }
}
