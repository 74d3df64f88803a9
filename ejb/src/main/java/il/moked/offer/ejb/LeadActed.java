// SPDX-License-Identifier: Apache-2.0
package il.moked.offer.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.util.List;

/** A lead was made, taken, given back, won, lost or opened again. @param action {@code offer.lead-…} */
public record LeadActed(Long subjectId, Long customerId, long teamId, String action, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "lead";
    }

    @Override
    public List<String> audience() {
        return List.of("team:" + teamId);
    }
}
