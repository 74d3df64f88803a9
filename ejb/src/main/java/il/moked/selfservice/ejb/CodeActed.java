// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** Something happened to a one-time code. @param action {@code selfservice.code-…} in the past tense @param customerId null while nobody knows whose it is @param detail what it is for */
public record CodeActed(Long subjectId, Long customerId, String action, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "one-time-code";
    }
}
