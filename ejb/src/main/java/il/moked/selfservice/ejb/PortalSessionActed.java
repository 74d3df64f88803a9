// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** Somebody signed in or out at the portal. @param action {@code selfservice.signed-…} @param detail how, or null */
public record PortalSessionActed(Long subjectId, Long customerId, String action, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "portal-session";
    }
}
