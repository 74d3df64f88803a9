// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.customer.CustomerFacts.Fact;
import il.moked.customer.SegmentRule.AtLeast;
import il.moked.customer.SegmentRule.IsKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which segment a customer is of: the first rule that holds decides; when none does, he is served as a private customer,
 * or as a small business if he is a company. A change makes a new version; a version in use is never edited.
 *
 * @param version 1 upwards
 */
public record SegmentRules(int version, List<SegmentRule> rules) {
    /**
     * What a new installation starts with. 50 employees is where a small enterprise ends in the EU definition
     * (2003/361/EC); the other numbers are proposals the organisation replaces by its own.
     */
    public static final SegmentRules DEFAULT = new SegmentRules(1, List.of(
            new SegmentRule("marked", List.of(new AtLeast(Fact.MARKED, 1)), Segment.VIP),
            new SegmentRule("company-by-size", List.of(new IsKind(Customer.Kind.COMPANY), new AtLeast(Fact.EMPLOYEES, 50)), Segment.LARGE_BUSINESS),
            new SegmentRule("company-by-value", List.of(new IsKind(Customer.Kind.COMPANY), new AtLeast(Fact.YEARLY_SHEKELS, 250_000)), Segment.LARGE_BUSINESS),
            new SegmentRule("company", List.of(new IsKind(Customer.Kind.COMPANY)), Segment.SMALL_BUSINESS),
            new SegmentRule("person-by-value", List.of(new IsKind(Customer.Kind.PERSON), new AtLeast(Fact.YEARLY_SHEKELS, 25_000)), Segment.VIP)));

    /** @param rule name of the rule that decided, null when none held @param version of the rules that decided */
    public record Choice(Segment segment, String rule, int version) {
    }

    public SegmentRules {
        if (version < 1) {
            throw new IllegalArgumentException("Versions begin with 1");
        }
        rules = List.copyOf(rules);
    }

    public Choice choose(CustomerFacts customer) {
        return rules.stream().filter(rule -> rule.holds(customer)).findFirst().map(rule -> new Choice(rule.segment(), rule.name(), version))
                .orElseGet(() -> new Choice(customer.kind() == Customer.Kind.COMPANY ? Segment.SMALL_BUSINESS : Segment.PRIVATE, null, version));
    }

    /** Names of the rules with their places in the order, from 0. */
    public Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        for (SegmentRule rule : rules) {
            places.put(rule.name(), places.size());
        }
        return places;
    }

    /** The rules as changed by the administrator. */
    public SegmentRules changedTo(List<SegmentRule> changed) {
        return new SegmentRules(version + 1, changed);
    }
}
