// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.util.List;

/** A complaint came a step further. @param subjectId of its case @param action {@code complaint.…} in the past tense @param detail codes, or null */
public record ComplaintActed(Long subjectId, Long customerId, String action, List<String> audience, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "complaint";
    }
}
