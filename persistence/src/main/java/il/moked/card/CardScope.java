// SPDX-License-Identifier: Apache-2.0
package il.moked.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** With which customers somebody has to do. */
@ApplicationScoped
public class CardScope {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /**
     * Those of the customers whose work is offered to the agent or his, or was until lately.
     *
     * @param endedAfter conversations he closed since then count
     */
    public Set<Long> servedBy(long agentId, Collection<Long> customerIds, Instant endedAfter) {
        if (customerIds.isEmpty()) {
            return Set.of();
        }
        List<?> rows = entities.createNativeQuery("""
                select w.customer_id from work_item w where w.agent_id = :agent and w.state in ('OFFERED', 'ACCEPTED', 'PARKED') and w.customer_id in (:customers)
                union select i.customer_id from interaction i where i.owner_id = :agent and i.state = 'OPEN' and i.customer_id in (:customers)
                union select i.customer_id from interaction i where i.owner_id = :agent and i.closed_at > :after and i.customer_id in (:customers)""")
                .setParameter("agent", agentId).setParameter("customers", customerIds).setParameter("after", endedAfter).getResultList();
        return rows.stream().map(id -> ((Number) id).longValue()).collect(Collectors.toUnmodifiableSet());
    }
}
