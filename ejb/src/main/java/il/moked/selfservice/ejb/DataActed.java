// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** A customer asked for a copy or the erasure of his data, or something became of it. @param action {@code selfservice.…} in the past tense */
public record DataActed(Long subjectId, Long customerId, String action) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "data-request";
    }
}
