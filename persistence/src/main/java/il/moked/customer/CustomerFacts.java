// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import java.util.Map;
import java.util.OptionalLong;

/**
 * What is known of a customer when his segment is chosen. A fact nobody knows is absent, not zero: no rule about it
 * applies.
 */
public record CustomerFacts(Customer.Kind kind, Map<Fact, Long> numbers) {
    public enum Fact {
        /** People who work there. */
        EMPLOYEES(10_000_000),
        /** What he pays in a year, whole shekels. */
        YEARLY_SHEKELS(1_000_000_000_000L),
        /** Whole years since he became a customer. */
        YEARS_KNOWN(150),
        /** Lines, policies, accounts or devices he holds. */
        PRODUCTS(1_000_000),
        /** 1 when a person marked him as one to be served first. */
        MARKED(1),
        /** Whole days of 24 hours since he last bought something. Computed. */
        DAYS_SINCE_PURCHASE(100_000, true),
        /** Purchases in the last 365 days. Computed. */
        PURCHASES_IN_YEAR(1_000_000, true),
        /** What he spent in the last 365 days, returns taken off, whole shekels. Computed. */
        SPENT_IN_YEAR(1_000_000_000_000L, true),
        /** How lately he bought, among all who buy: 1, the lowest fifth, to 5. Computed. */
        RECENCY_SCORE(5, true),
        /** How often, by the purchases in the last 365 days. Computed. */
        FREQUENCY_SCORE(5, true),
        /** For how much, by what he spent in the last 365 days. Computed. */
        MONETARY_SCORE(5, true);

        private final long most;
        private final boolean computed;

        Fact(long most) {
            this(most, false);
        }

        Fact(long most, boolean computed) {
            this.most = most;
            this.computed = computed;
        }

        /** Summed from his purchases: no other system says it or takes it away. */
        public boolean computed() {
            return computed;
        }

        /** More than this is a mistake. */
        public long most() {
            return most;
        }
    }

    public CustomerFacts {
        numbers = Map.copyOf(numbers);
    }

    public OptionalLong number(Fact fact) {
        Long known = numbers.get(fact);
        return known == null ? OptionalLong.empty() : OptionalLong.of(known);
    }
}
