// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.customer.Customer;
import il.moked.customer.CustomerFacts;
import il.moked.customer.Customers;
import il.moked.customer.KnownFacts;
import il.moked.customer.SegmentRules;
import il.moked.customer.Segmenting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;

/** Segments by {@link ActiveRules}. */
@ApplicationScoped
public class SegmentsInForce implements Segmenting {
    @Inject
    ActiveRules rules;
    @Inject
    KnownFacts facts;
    @Inject
    Clock clock;

    @Override
    public int version() {
        return rules.segments().version();
    }

    @Override
    public SegmentRules.Choice choose(Customer customer) {
        Map<CustomerFacts.Fact, Long> known = customer.guest() ? Map.of() : facts.of(customer.id());
        return KnownFacts.choose(rules.segments(), customer.kind(), customer.segment(), customer.createdAt(), known, clock.instant());
    }

    @Override
    public SegmentRules.Choice choose(Customers.Line customer, Map<CustomerFacts.Fact, Long> known) {
        return KnownFacts.choose(rules.segments(), customer.kind(), customer.segment(), customer.createdAt(), known, clock.instant());
    }

    @Override
    public SegmentRules.Choice apply(Customer customer) {
        SegmentRules.Choice choice = choose(customer);
        if (choice.segment() != customer.segment()) {
            customer.belongsTo(choice.segment());
        }
        return choice;
    }
}
