// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a supervisor wants reached: each queue's formula and goal, the limits of equality, and the targets of the segments. */
@ApplicationScoped
public class QueueGoals {
    private static final int LONGEST_TARGET_DAYS = 31;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** @param percent of the contacts that should be in time, 1 to 100 */
    public record Goal(ServiceLevelFormula formula, int percent) {
        /** 80 in 100 is the custom of the trade (field-study d.2). */
        public static final Goal DEFAULT = new Goal(ServiceLevelFormula.DEFAULT, 80);

        public Goal {
            if (percent < 1 || percent > 100) {
                throw new BusinessException("routing.goal-out-of-range");
            }
        }

        public double share() {
            return percent / 100.0;
        }
    }

    /** By queue; one that is missing has {@link Goal#DEFAULT}. */
    public Map<Long, Goal> all() {
        Map<Long, Goal> goals = new HashMap<>();
        for (Object[] row : rows("select queue_id, formula, goal_percent from queue_goal")) {
            goals.put(((Number) row[0]).longValue(), new Goal(ServiceLevelFormula.valueOf((String) row[1]), ((Number) row[2]).intValue()));
        }
        return goals;
    }

    public Goal of(long queueId) {
        return all().getOrDefault(queueId, Goal.DEFAULT);
    }

    public void set(long queueId, Goal goal) {
        int known = entities.createNativeQuery("update queue_goal set formula = ?2, goal_percent = ?3 where queue_id = ?1").setParameter(1, queueId).setParameter(2, goal.formula().name()).setParameter(3, goal.percent()).executeUpdate();
        if (known == 0) {
            entities.createNativeQuery("insert into queue_goal (queue_id, formula, goal_percent) values (?1, ?2, ?3)").setParameter(1, queueId).setParameter(2, goal.formula().name()).setParameter(3, goal.percent()).executeUpdate();
        }
    }

    public Equality.Limits limits() {
        return rows("select amber_index, amber_gap, red_index, red_gap from equality_limit where id = 1").stream().findFirst()
                .map(row -> new Equality.Limits(share(row[0]), share(row[1]), share(row[2]), share(row[3]))).orElse(Equality.Limits.DEFAULT);
    }

    public void set(Equality.Limits limits) {
        entities.createNativeQuery("delete from equality_limit where id = 1").executeUpdate();
        entities.createNativeQuery("insert into equality_limit (id, amber_index, amber_gap, red_index, red_gap) values (1, ?1, ?2, ?3, ?4)").setParameter(1, exact(limits.amberIndex())).setParameter(2, exact(limits.amberGap()))
                .setParameter(3, exact(limits.redIndex())).setParameter(4, exact(limits.redGap())).executeUpdate();
    }

    public Map<Segment, Duration> targets() {
        Map<Segment, Duration> targets = new EnumMap<>(Segment.class);
        for (Object[] row : rows("select segment, target_seconds from service_level")) {
            targets.put(Segment.valueOf((String) row[0]), Duration.ofSeconds(((Number) row[1]).longValue()));
        }
        return targets;
    }

    /** Holds for contacts that come from now on. @throws BusinessException {@code routing.target-out-of-range} */
    public void set(Segment segment, Duration target) {
        if (target.toSeconds() < 1 || target.toDays() > LONGEST_TARGET_DAYS) {
            throw new BusinessException("routing.target-out-of-range");
        }
        int known = entities.createNativeQuery("update service_level set target_seconds = ?2 where segment = ?1").setParameter(1, segment.name()).setParameter(2, target.toSeconds()).executeUpdate();
        if (known == 0) {
            entities.createNativeQuery("insert into service_level (segment, target_seconds) values (?1, ?2)").setParameter(1, segment.name()).setParameter(2, target.toSeconds()).executeUpdate();
        }
    }

    private static double share(Object column) {
        return ((Number) column).doubleValue();
    }

    private static BigDecimal exact(double share) {
        return BigDecimal.valueOf(share);
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql) {
        return entities.createNativeQuery(sql).getResultList();
    }
}
