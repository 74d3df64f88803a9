// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.util.List;

/** A visit begins at a counter, or is over. @param subjectId of the visit @param interactionId null until he is at the door @param action {@code branch.…} in the past tense @param detail codes and numbers, or null */
public record VisitorServed(Long subjectId, long branchId, long teamId, Long customerId, Long interactionId, String action, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "arrival";
    }

    @Override
    public List<String> audience() {
        return List.of("team:" + teamId, "branch:" + branchId);
    }
}
