// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.util.List;

/** A counter opened or closed. @param subjectId of the counter @param action {@code branch.counter-opened} or {@code branch.counter-closed} @param detail its number */
public record CounterMoved(Long subjectId, long branchId, long teamId, String action, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "branch-counter";
    }

    @Override
    public List<String> audience() {
        return List.of("team:" + teamId, "branch:" + branchId);
    }
}
