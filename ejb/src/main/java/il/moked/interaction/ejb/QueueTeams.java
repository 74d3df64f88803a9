// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which team answers for a queue. The line itself belongs to the routing area, which stands above this one; only this fact is needed here. A queue keeps its team for life, so it is remembered. */
@ApplicationScoped
class QueueTeams {
    private final Map<Long, Long> teams = new ConcurrentHashMap<>();

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    long teamOf(long queueId) {
        return teams.computeIfAbsent(queueId, id -> ((Number) entities.createNativeQuery("select team_id from work_queue where id = ?1").setParameter(1, id).getSingleResult()).longValue());
    }
}
