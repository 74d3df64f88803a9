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
        EMPLOYEES,
        /** What he pays in a year, whole shekels. */
        YEARLY_SHEKELS,
        /** Whole years since he became a customer. */
        YEARS_KNOWN,
        /** Lines, policies, accounts or devices he holds. */
        PRODUCTS,
        /** 1 when a person marked him as one to be served first. */
        MARKED
    }

    public CustomerFacts {
        numbers = Map.copyOf(numbers);
    }

    public OptionalLong number(Fact fact) {
        Long known = numbers.get(fact);
        return known == null ? OptionalLong.empty() : OptionalLong.of(known);
    }
}
