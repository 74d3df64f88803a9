// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.util.List;

/** Something happened to a secure link. @param subjectId its id @param action {@code selfservice.link-…} in the past tense @param detail codes, or null */
public record LinkActed(Long subjectId, Long customerId, Long interactionId, String action, List<String> audience, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "secure-link";
    }
}
