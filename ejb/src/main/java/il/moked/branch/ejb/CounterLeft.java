// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.util.List;

/** A clerk's desk has not been seen for long although he closed no counter, or it was seen again. @param supervisors who manage the branch @param action {@code branch.counter-…} in the past tense @param detail number of the counter and whose it is */
public record CounterLeft(Long subjectId, long branchId, long teamId, List<Long> supervisors, String action, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "branch-counter";
    }

    @Override
    public List<String> audience() {
        return supervisors.stream().map(id -> "agent:" + id).toList();
    }
}
