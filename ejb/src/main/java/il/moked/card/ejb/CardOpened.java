// SPDX-License-Identifier: Apache-2.0
package il.moked.card.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** Somebody looked at a customer's card. */
public record CardOpened(Long customerId) implements DomainEvent, Audited {
    @Override
    public String action() {
        return "card.opened";
    }

    @Override
    public String subject() {
        return "customer";
    }

    @Override
    public Long subjectId() {
        return customerId;
    }
}
