// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.ejb.Audited;
import il.moked.customer.CustomerMerge;
import il.moked.shared.DomainEvent;

/** Two known customers turned out to be one: the rows of the one who went are the other's now. @param customerId of who goes on @param rows that went along */
public record CustomersMerged(long mergeId, Long customerId, long goneId, CustomerMerge.Origin origin, int rows) implements DomainEvent, Audited {
    @Override
    public String action() {
        return "customer.merged";
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
        return origin + " #" + mergeId + ", " + rows;
    }
}
