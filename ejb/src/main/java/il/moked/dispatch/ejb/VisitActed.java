// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb;

import il.moked.access.ejb.Audited;
import il.moked.dispatch.Visit;
import il.moked.shared.DomainEvent;

/** Something was done with a visit. @param action {@code dispatch.…} in the past tense @param detail codes and numbers, or null */
public record VisitActed(Long subjectId, Long customerId, String action, String detail) implements DomainEvent, Audited {
    static VisitActed of(Visit visit, String what, String detail) {
        return new VisitActed(visit.id(), visit.customerId(), "dispatch." + what, detail);
    }

    @Override
    public String subject() {
        return "visit";
    }
}
