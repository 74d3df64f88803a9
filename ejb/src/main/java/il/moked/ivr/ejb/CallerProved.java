// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** A caller proved in a menu who he is, or could not. @param customerId null when he could not */
public record CallerProved(Long interactionId, Long customerId) implements DomainEvent, Audited {
    @Override
    public String action() {
        return customerId == null ? "ivr.unproved" : "ivr.proved";
    }

    @Override
    public String subject() {
        return "interaction";
    }

    @Override
    public Long subjectId() {
        return interactionId;
    }
}
