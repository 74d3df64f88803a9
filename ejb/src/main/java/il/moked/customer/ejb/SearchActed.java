// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** A search for duplicates among all customers was started or stopped. @param action {@code customer.search-…} */
public record SearchActed(Long searchId, String action, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "duplicate-search";
    }

    @Override
    public Long subjectId() {
        return searchId;
    }
}
