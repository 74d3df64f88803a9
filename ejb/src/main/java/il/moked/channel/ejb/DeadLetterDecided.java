// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** An administrator read, replayed or discarded a dead letter. */
public record DeadLetterDecided(Long subjectId, String action, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "inbound-message";
    }
}
