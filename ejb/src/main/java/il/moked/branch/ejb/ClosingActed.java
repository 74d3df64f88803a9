// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.util.List;

/** The day of a branch comes to its end. @param subjectId of the branch @param action {@code branch.closing-warned}, {@code branch.line-closed}, {@code branch.line-opened}, {@code branch.day-ending} or {@code branch.day-ended} @param detail day and counts */
public record ClosingActed(Long subjectId, long teamId, String action, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "branch";
    }

    @Override
    public List<String> audience() {
        return List.of("team:" + teamId, "branch:" + subjectId);
    }
}
