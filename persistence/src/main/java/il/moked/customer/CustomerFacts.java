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
        MARKED(1);

        private final long most;

        Fact(long most) {
            this.most = most;
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
