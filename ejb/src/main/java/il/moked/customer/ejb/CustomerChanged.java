// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** Who a customer is, how he is reached, to whom he belongs or what he allows was changed. @param action {@code customer.…} in the past tense @param detail names of what was changed, never what it is now */
public record CustomerChanged(Long customerId, String action, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "customer";
    }

    @Override
    public Long subjectId() {
        return customerId;
    }
}
