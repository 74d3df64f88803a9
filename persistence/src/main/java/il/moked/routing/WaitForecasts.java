// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.channel.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What waiting customers were told. */
@ApplicationScoped
public class WaitForecasts {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /**
     * How good the forecasts of a queue and channel were, of those whose customers were served.
     *
     * @param meanError real wait less the forecast: positive when customers waited longer than told
     * @param meanMiss the same without its sign
     * @param close share that was wrong by not more than a fifth of the forecast
     */
    public record Accuracy(long queueId, Channel channel, long served, Duration meanError, Duration meanMiss, double close) {
    }

    public void add(WaitForecast forecast) {
        entities.persist(forecast);
    }

    public Optional<WaitForecast> latest(long workItemId) {
        return entities.createQuery("select f from WaitForecast f where f.workItemId = :item order by f.id desc", WaitForecast.class).setParameter("item", workItemId).setMaxResults(1).getResultStream().findFirst();
    }

    /** All of an item that have no outcome yet. */
    public List<WaitForecast> open(long workItemId) {
        return entities.createQuery("select f from WaitForecast f where f.workItemId = :item and f.endedAt is null", WaitForecast.class).setParameter("item", workItemId).getResultList();
    }

    public List<Accuracy> accuracy(Instant since) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                select queue_id, channel, count(*), cast(sum(error_millis) as bigint), cast(sum(abs(error_millis)) as bigint), cast(sum(case when abs(error_millis) * 5 <= expected_millis then 1 else 0 end) as bigint)
                from wait_forecast where made_at >= ?1 and error_millis is not null group by queue_id, channel order by queue_id, channel""").setParameter(1, since).getResultList();
        return rows.stream().map(row -> {
            long served = ((Number) row[2]).longValue();
            return new Accuracy(((Number) row[0]).longValue(), Channel.valueOf((String) row[1]), served, Duration.ofMillis(((Number) row[3]).longValue() / served), Duration.ofMillis(((Number) row[4]).longValue() / served),
                    ((Number) row[5]).doubleValue() / served);
        }).toList();
    }

    /** @return how many were forgotten */
    public int forgetBefore(Instant moment, int most) {
        return entities.createNativeQuery("delete from wait_forecast where id in (select id from wait_forecast where made_at < ?1 order by made_at fetch first ?2 rows only)")
                .setParameter(1, moment).setParameter(2, most).executeUpdate();
    }
}
