// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many of a hundred contacts of each queue a supervisor wants in time. By which formula that is counted, the rules say. */
@ApplicationScoped
public class QueueGoals {
    /** 80 in 100 is the custom of the trade (field-study d.2). */
    public static final int DEFAULT = 80;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** In percent, by queue; one that is missing has {@link #DEFAULT}. */
    public Map<Long, Integer> all() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("select queue_id, goal_percent from queue_goal").getResultList();
        Map<Long, Integer> goals = new HashMap<>();
        rows.forEach(row -> goals.put(((Number) row[0]).longValue(), ((Number) row[1]).intValue()));
        return goals;
    }

    /** @param percent 1 to 100 @throws BusinessException {@code routing.goal-out-of-range} */
    public void set(long queueId, int percent) {
        if (percent < 1 || percent > 100) {
            throw new BusinessException("routing.goal-out-of-range");
        }
        if (entities.createNativeQuery("update queue_goal set goal_percent = ?2 where queue_id = ?1").setParameter(1, queueId).setParameter(2, percent).executeUpdate() == 0) {
            entities.createNativeQuery("insert into queue_goal (queue_id, goal_percent) values (?1, ?2)").setParameter(1, queueId).setParameter(2, percent).executeUpdate();
        }
    }
}
