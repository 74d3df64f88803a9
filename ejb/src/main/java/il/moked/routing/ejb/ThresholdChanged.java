// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.util.List;

/**
 * A supervisor set another target, goal, formula or limit.
 *
 * @param subject {@code queue}, {@code segment} or {@code equality}
 * @param subjectId of the queue, else null
 * @param detail what it was and what it is
 */
public record ThresholdChanged(String subject, Long subjectId, String detail) implements DomainEvent, Audited {
    @Override
    public List<String> audience() {
        return List.of("wall");
    }

    @Override
    public String action() {
        return "routing.threshold-changed";
    }
}
