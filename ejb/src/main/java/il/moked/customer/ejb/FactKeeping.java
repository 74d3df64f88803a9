// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.Role;
import il.moked.customer.Customer;
import il.moked.customer.CustomerFacts.Fact;
import il.moked.customer.Customers;
import il.moked.customer.KnownFacts;
import il.moked.customer.Segment;
import il.moked.customer.SegmentRules;
import il.moked.customer.Segmenting;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;

/** Other systems say what they know of a customer; his segment follows at once. */
@Stateless
@RolesAllowed(Role.INTEGRATION)
public class FactKeeping {
    @Inject
    Customers customers;
    @Inject
    KnownFacts known;
    @Inject
    Segmenting segmenting;
    @Inject
    Segmentation segmentation;
    @Inject
    DomainEvents events;

    /** @param customerId of the card, which may be another than was asked for: he was joined @param rule that decided, null when none did @param rulesVersion of the segment rules in force */
    public record Known(long customerId, Map<Fact, Long> facts, Segment segment, String rule, int rulesVersion) {
        static Known of(Customer customer, Map<Fact, Long> facts, SegmentRules.Choice choice) {
            return new Known(customer.id(), facts, customer.segment(), choice.rule(), choice.version());
        }
    }

    /** @throws il.moked.shared.NotFoundException {@code customer.unknown} */
    public Known of(long customerId) {
        Customer customer = customers.get(customerId);
        events.tell(new FactsActed(customer.id(), "customer.facts-consulted", null));
        return Known.of(customer, known.of(customer.id()), segmenting.choose(customer));
    }

    /**
     * From now on other systems say this of him, and nothing else. What is computed of his purchases is Moked's own: it is
     * neither set nor forgotten here.
     *
     * @throws BusinessException {@code customer.guest-facts}: nobody knows yet who a guest is; {@code customer.fact-computed}
     */
    public Known set(long customerId, Map<Fact, Long> facts) {
        return segmentation.know(customerId, facts);
    }
}
