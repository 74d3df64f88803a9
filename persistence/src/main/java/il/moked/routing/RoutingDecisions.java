// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** The record of who was offered what, and why. */
@ApplicationScoped
public class RoutingDecisions {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public void add(Decision decision) {
        entities.persist(new RoutingDecision(decision));
    }

    /** Newest first. */
    public List<Decision> of(long workItemId, int most) {
        return entities.createQuery("select d from RoutingDecision d where d.workItemId = :item order by d.id desc", RoutingDecision.class)
                .setParameter("item", workItemId).setMaxResults(most).getResultStream().map(RoutingDecision::decision).toList();
    }

    /** @return how many were forgotten */
    public int forgetBefore(Instant moment, int most) {
        return entities.createNativeQuery("delete from routing_decision where id in (select id from routing_decision where decided_at < ?1 order by decided_at fetch first ?2 rows only)")
                .setParameter(1, moment).setParameter(2, most).executeUpdate();
    }
}
