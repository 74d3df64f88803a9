// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.customer.Customer;
import il.moked.customer.Segment;
import il.moked.customer.SegmentRules;
import il.moked.customer.Segmenting;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gives customers their segments by the rules in force, and tells when one changed. */
@ApplicationScoped
class Segmentation {
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
}
