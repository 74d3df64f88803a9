// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** Something was done with a visit. @param action {@code dispatch.…} in the past tense @param detail codes and numbers, or null */
public record VisitActed(Long subjectId, Long customerId, String action, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "visit";
    }
}
