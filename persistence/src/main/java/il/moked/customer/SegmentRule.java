// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import java.util.List;

/**
 * One line of the segment rules: when all its conditions hold, the customer is of that segment. Without conditions it
 * holds for everybody.
 *
 * @param name what the administrator calls it; shown as the reason
 */
public record SegmentRule(String name, List<Condition> conditions, Segment segment) {
    /** Something that holds for a customer or not; about an unknown fact it does not hold. */
    public sealed interface Condition permits IsKind, AtLeast, AtMost {
        boolean holds(CustomerFacts customer);
    }

    public record IsKind(Customer.Kind kind) implements Condition {
        @Override
        public boolean holds(CustomerFacts customer) {
            return customer.kind() == kind;
        }
    }

    /** @param least inclusive, in the unit of the fact */
    public record AtLeast(CustomerFacts.Fact fact, long least) implements Condition {
        @Override
        public boolean holds(CustomerFacts customer) {
            return customer.number(fact).stream().anyMatch(number -> number >= least);
        }
    }

    /** @param most inclusive, in the unit of the fact */
    public record AtMost(CustomerFacts.Fact fact, long most) implements Condition {
        @Override
        public boolean holds(CustomerFacts customer) {
            return customer.number(fact).stream().anyMatch(number -> number <= most);
        }
    }

    public SegmentRule {
        conditions = List.copyOf(conditions);
    }

    public boolean holds(CustomerFacts customer) {
        return conditions.stream().allMatch(condition -> condition.holds(customer));
    }
}
