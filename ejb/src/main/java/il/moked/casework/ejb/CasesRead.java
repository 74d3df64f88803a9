// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** Another system looked at cases. @param subjectId null for a list */
public record CasesRead(Long subjectId, Long customerId) implements DomainEvent, Audited {
    @Override
    public String action() {
        return "casework.read";
    }

    @Override
    public String subject() {
        return "case";
    }
}
