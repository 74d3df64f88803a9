// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** Somebody is known from now on. @param wasGuest whether he had made contact before, under the same id */
public record CustomerRegistered(Long customerId, boolean wasGuest) implements DomainEvent, Audited {
    @Override
    public String action() {
        return "customer.registered";
    }

    @Override
    public String subject() {
        return "customer";
    }

    @Override
    public Long subjectId() {
        return customerId;
    }

    @Override
    public String detail() {
        return wasGuest ? "guest" : null;
    }
}
