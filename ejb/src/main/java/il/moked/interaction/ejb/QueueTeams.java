// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.shared.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;

/** Which team answers for a queue. The line itself belongs to the routing area, which stands above this one; only this fact is needed here. Remembered for a few seconds. */
@ApplicationScoped
class QueueTeams {
    private final Remembered<Long, Long> teams = new Remembered<>(Duration.ofSeconds(5));

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** Whether something waits for this team anywhere. */
    boolean serves(long teamId) {
        return !entities.createNativeQuery("select id from work_queue where team_id = ?1").setParameter(1, teamId).getResultList().isEmpty();
    }

    long teamOf(long queueId) {
        return teams.get(queueId, id -> ((Number) entities.createNativeQuery("select team_id from work_queue where id = ?1").setParameter(1, id).getSingleResult()).longValue());
    }
}
