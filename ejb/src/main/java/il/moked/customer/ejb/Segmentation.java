// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.customer.Behaviour;
import il.moked.customer.Customer;
import il.moked.customer.CustomerFacts.Fact;
import il.moked.customer.Customers;
import il.moked.customer.KnownFacts;
import il.moked.customer.Segment;
import il.moked.customer.SegmentRules;
import il.moked.customer.Segmenting;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Gives customers their segments by the rules in force and what is known of them, and tells when one changed. */
@ApplicationScoped
class Segmentation {
    @Inject
    Customers customers;
    @Inject
    KnownFacts known;
    @Inject
    Segmenting segmenting;
    @Inject
    DomainEvents events;

    SegmentRules.Choice apply(Customer customer) {
        Segment before = customer.segment();
        SegmentRules.Choice choice = segmenting.apply(customer);
        if (choice.segment() != before) {
            events.tell(new SegmentChanged(customer.id(), before, choice));
        }
        return choice;
    }

    /** Other systems say this of him from now on, and nothing else; what is computed of his purchases stays. @throws BusinessException {@code customer.guest-facts}: nobody knows yet who a guest is */
    FactKeeping.Known know(long customerId, Map<Fact, Long> facts) {
        Customer customer = customers.getLocked(customerId);
        if (customer.guest()) {
            throw new BusinessException("customer.guest-facts");
        }
        facts.forEach((fact, number) -> {
            if (fact.computed()) {
                throw new BusinessException("customer.fact-computed", fact.name());
            }
            if (number < 0 || number > fact.most()) {
                throw new BusinessException("shared.field-range", fact.name(), 0, fact.most());
            }
        });
        Map<Fact, Long> before = known.told(customer.id());
        if (!before.equals(facts)) {
            known.replace(customer.id(), facts);
            events.tell(new FactsActed(customer.id(), "customer.facts-set", changed(before, facts)));
        }
        return FactKeeping.Known.of(customer, known.of(customer.id()), apply(customer));
    }

    /** He bought, or what he bought long ago counts no more. @param behaviour null when he never bought anything */
    void behaves(Customer customer, Behaviour behaviour) {
        known.behaves(customer.id(), behaviour);
        apply(customer);
    }

    private static String changed(Map<Fact, Long> before, Map<Fact, Long> after) {
        Map<Fact, Long> all = new TreeMap<>(before);
        all.putAll(after);
        return all.keySet().stream().filter(fact -> !Objects.equals(before.get(fact), after.get(fact))).map(Enum::name).collect(Collectors.joining(", "));
    }
}
