// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** A customer did something in his area. @param action {@code selfservice.…} in the past tense @param detail codes, or null */
public record OwnActed(Long subjectId, Long customerId, String action, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "customer-area";
    }
}
