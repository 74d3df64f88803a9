// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** What is known of a customer was read or set. @param action {@code customer.facts-…} @param detail names of the facts, never their numbers */
public record FactsActed(Long customerId, String action, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "customer";
    }

    @Override
    public Long subjectId() {
        return customerId;
    }
}
