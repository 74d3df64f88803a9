// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.util.List;

/** Something was done with a case. @param action {@code casework.…} in the past tense @param interactionId in which it was done, or null @param detail codes, or null */
public record CaseActed(Long subjectId, Long customerId, Long interactionId, String action, List<String> audience, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "case";
    }
}
