// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** Two who were taken for one are two again; everything that went along is back. @param customerId of who went on alone meanwhile */
public record MergeUndone(long mergeId, Long customerId, long goneId) implements DomainEvent, Audited {
    @Override
    public String action() {
        return "customer.merge-undone";
    }

    @Override
    public String subject() {
        return "customer";
    }

    @Override
    public Long subjectId() {
        return goneId;
    }

    @Override
    public String detail() {
        return "#" + mergeId;
    }
}
