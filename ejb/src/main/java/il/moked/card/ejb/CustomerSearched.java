// SPDX-License-Identifier: Apache-2.0
package il.moked.card.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** Somebody looked for customers. What was typed is personal data and is not kept. */
public record CustomerSearched() implements DomainEvent, Audited {
    @Override
    public String action() {
        return "card.searched";
    }

    @Override
    public String subject() {
        return "customer";
    }

    @Override
    public Long subjectId() {
        return null;
    }
}
