// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** Another system opened or ended a customer's session in the app: written to the audit. */
public record AppSessionActed(Long sessionId, Long customerId, String action) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "app-session";
    }

    @Override
    public Long subjectId() {
        return sessionId;
    }
}
