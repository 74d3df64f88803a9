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

    public Behaviour {
        if (lastBoughtAt == null || purchases < 0 || shekels < 0) {
            throw new IllegalArgumentException("Somebody who bought has a last purchase and sums that are not negative");
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
