// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.customer.CustomerFacts.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * How a customer buys: how lately, how often and for how much (RFM: recency, frequency, monetary value). The sums are of
 * the 365 days before they were made; how long ago he bought is counted whenever it is asked.
 *
 * @param lastBoughtAt his last purchase, however long ago
 * @param purchases within the year, not negative
 * @param shekels spent within the year, whole, returns taken off; not negative
 */
public record Behaviour(Instant lastBoughtAt, int purchases, long shekels) {
    public static final Duration YEAR = Duration.ofDays(365);
    static final long SECONDS_OF_DAY = 86_400;

    public Behaviour {
        if (lastBoughtAt == null || purchases < 0 || shekels < 0) {
            throw new IllegalArgumentException("Somebody who bought has a last purchase and sums that are not negative");
        }
    }

    /** Also of which fifths of those who buy he is. */
    Map<Fact, Long> facts(Instant now, Quintiles.Scale scale) {
        Map<Fact, Long> facts = facts(now);
        score(facts, Fact.RECENCY_SCORE, scale.recency(), Math.floorDiv(lastBoughtAt.getEpochSecond(), SECONDS_OF_DAY));
        score(facts, Fact.FREQUENCY_SCORE, scale.frequency(), purchases);
        score(facts, Fact.MONETARY_SCORE, scale.monetary(), shekels);
        return facts;
    }

    private static void score(Map<Fact, Long> facts, Fact fact, Quintile quintile, long number) {
        if (quintile != null) {
            facts.put(fact, (long) quintile.score(number));
        }
    }

    Map<Fact, Long> facts(Instant now) {
        Map<Fact, Long> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.DAYS_SINCE_PURCHASE, Math.max(0, Duration.between(lastBoughtAt, now).toDays()));
        facts.put(Fact.PURCHASES_IN_YEAR, (long) purchases);
        facts.put(Fact.SPENT_IN_YEAR, shekels);
        return facts;
    }
}
