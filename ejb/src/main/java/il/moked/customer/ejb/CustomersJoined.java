// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** A guest proved to be a known customer. */
public record CustomersJoined(long guestId, Long customerId) implements DomainEvent, Audited {
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
