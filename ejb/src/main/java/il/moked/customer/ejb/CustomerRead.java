// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** Somebody looked at what is known of a customer. @param action {@code customer.consulted}, or {@code customer.identifier-revealed} when he saw a number whole @param detail which number, or null */
public record CustomerRead(Long customerId, String action, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "customer";
    }

    @Override
    public Long subjectId() {
        return customerId;
    }
}
