// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** A guest proved to be a known customer: his rows are the customer's now. @param mergeId by which it can be undone */
public record CustomersJoined(long mergeId, long guestId, Long customerId) implements DomainEvent, Audited {
    @Override
    public String action() {
        return "customer.joined";
    }

    @Override
    public String subject() {
        return "customer";
    }

    @Override
    public Long subjectId() {
        return guestId;
    }
}
