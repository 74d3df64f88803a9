// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.util.List;

/** Something was done with an appointment. @param action {@code branch.appointment-…} in the past tense @param detail codes and moments, or null */
public record AppointmentActed(Long subjectId, long branchId, long teamId, Long customerId, String action, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "appointment";
    }

    @Override
    public List<String> audience() {
        return List.of("team:" + teamId, "branch:" + branchId);
    }
}
