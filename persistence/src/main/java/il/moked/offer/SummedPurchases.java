// SPDX-License-Identifier: Apache-2.0
package il.moked.offer;

import il.moked.customer.Behaviour;
import il.moked.customer.PurchaseHistory;
import il.moked.shared.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How customers buy, by the ledger of purchases: one query for many of them. What was paid in another currency counts as a purchase, not in the sum. */
@ApplicationScoped
public class SummedPurchases implements PurchaseHistory {
    private static final int AGOROT = 100;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    @Override
    public Map<Long, Behaviour> of(Collection<Long> customerIds, Instant since) {
        Map<Long, Behaviour> behaviours = new HashMap<>();
        if (customerIds.isEmpty()) {
            return behaviours;
        }
        List<?> rows = entities.createNativeQuery("""
                select customer_id, max(case when kind = 'SALE' then bought_at end), sum(case when kind = 'SALE' and bought_at >= :since then 1 else 0 end), sum(case when currency = :shekel and bought_at >= :since then amount_minor else 0 end)
                from purchase where customer_id in (:ids) group by customer_id""").setParameter("since", since).setParameter("shekel", Money.SHEKEL).setParameter("ids", customerIds).setFlushMode(FlushModeType.AUTO).getResultList();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            if (columns[1] != null) {
                behaviours.put(((Number) columns[0]).longValue(), new Behaviour(moment(columns[1]), ((Number) columns[2]).intValue(), Math.max(0, ((Number) columns[3]).longValue()) / AGOROT));
            }
        }
        return behaviours;
    }

    private static Instant moment(Object column) {
        return column instanceof OffsetDateTime zoned ? zoned.toInstant() : (Instant) column;
    }
}
