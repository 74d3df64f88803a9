// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** A customer read something of his own at the portal. */
public record OwnRead(Long subjectId, Long customerId, String subject) implements DomainEvent, Audited {
    @Override
    public String action() {
        return "selfservice.read";
    }
}
