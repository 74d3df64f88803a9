// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The fifths of customers who buy, as they were reckoned last. Scores follow from them when they are asked for, so a purchase counts at once. */
@ApplicationScoped
public class Quintiles {
    private static final String FETCH_SIZE = "org.hibernate.fetchSize";
    private static final int FETCHED = 1000;
    private static final String FREQUENCY = "purchases";
    private static final String MONETARY = "shekels";
    /** Days of UTC: who bought on one day bought equally lately. */
    private static final String RECENCY = "cast(floor(extract(epoch from last_bought_at) / " + Behaviour.SECONDS_OF_DAY + ") as bigint)";

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** By how lately, how often and for how much customers buy. */
    public record Scale(Quintile recency, Quintile frequency, Quintile monetary) {
        /** Nobody is of any fifth yet. */
        public static final Scale NONE = new Scale(null, null, null);
    }

    public Scale current() {
        Map<String, Quintile> stored = new HashMap<>();
        for (Object row : entities.createNativeQuery("select fact, second_from, third_from, fourth_from, fifth_from from behaviour_quintile").setFlushMode(FlushModeType.COMMIT).getResultList()) {
            Object[] columns = (Object[]) row;
            stored.put((String) columns[0], new Quintile(number(columns[1]), number(columns[2]), number(columns[3]), number(columns[4])));
        }
        return new Scale(stored.get(CustomerFacts.Fact.RECENCY_SCORE.name()), stored.get(CustomerFacts.Fact.FREQUENCY_SCORE.name()), stored.get(CustomerFacts.Fact.MONETARY_SCORE.name()));
    }

    private static Long number(Object column) {
        return column == null ? null : ((Number) column).longValue();
    }

    /** Reckons them anew: one way through what is summed of all who buy for each, however many they are. */
    public void reckon(Instant now) {
        long all = ((Number) entities.createNativeQuery("select count(*) from customer_behaviour").getSingleResult()).longValue();
        entities.createNativeQuery("delete from behaviour_quintile").executeUpdate();
        if (all > 0) {
            reckon(CustomerFacts.Fact.RECENCY_SCORE, RECENCY, all, now);
            reckon(CustomerFacts.Fact.FREQUENCY_SCORE, FREQUENCY, all, now);
            reckon(CustomerFacts.Fact.MONETARY_SCORE, MONETARY, all, now);
        }
    }

    private void reckon(CustomerFacts.Fact fact, String number, long all, Instant now) {
        Quintile.Reckoning reckoning = new Quintile.Reckoning(all);
        try (Stream<?> rows = entities.createNativeQuery("select v, count(*) from (select " + number + " as v from customer_behaviour) b group by v order by v").setHint(FETCH_SIZE, FETCHED).getResultStream()) {
            rows.map(Object[].class::cast).forEachOrdered(row -> reckoning.add(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
        }
        Quintile found = reckoning.done();
        entities.createNativeQuery("insert into behaviour_quintile (fact, second_from, third_from, fourth_from, fifth_from, reckoned_at) values (?1, cast(?2 as bigint), cast(?3 as bigint), cast(?4 as bigint), cast(?5 as bigint), ?6)")
                .setParameter(1, fact.name()).setParameter(2, found.second()).setParameter(3, found.third()).setParameter(4, found.fourth()).setParameter(5, found.fifth()).setParameter(6, now).executeUpdate();
    }
}
