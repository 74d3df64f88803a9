// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** Somebody said of two customers who look alike what he thinks. @param action {@code customer.pair-…} @param detail the other customer */
public record PairDecided(long pairId, Long customerId, String action, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "duplicate";
    }

    @Override
    public Long subjectId() {
        return pairId;
    }
}
