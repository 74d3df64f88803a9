// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import il.moked.access.ejb.Audited;
import il.moked.complaint.StatutoryTerm;
import il.moked.shared.DomainEvent;
import java.time.Instant;
import java.util.List;

/** So many days of the time the law gives are over and the complaint is not decided. Told once for each. @param subjectId of its case */
public record ComplaintTermRang(Long subjectId, Long customerId, int days, Instant due, List<String> audience) implements DomainEvent, Audited {
    @Override
    public String action() {
        return days == StatutoryTerm.DAYS ? "complaint.overdue" : "complaint.warned";
    }

    @Override
    public String subject() {
        return "complaint";
    }

    @Override
    public String detail() {
        return days + " " + due;
    }
}
