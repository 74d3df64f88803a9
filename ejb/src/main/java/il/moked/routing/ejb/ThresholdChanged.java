// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.ejb.SetUpChange;
import il.moked.shared.DomainEvent;
import java.util.List;

/**
 * A supervisor set another goal. Targets, formulas and limits are rules: {@link RulesChanged}.
 *
 * @param subject {@code queue}
 * @param subjectId of the queue
 * @param detail what it was and what it is
 */
public record ThresholdChanged(String subject, Long subjectId, String detail) implements DomainEvent, SetUpChange {
    @Override
    public List<String> audience() {
        return List.of("wall");
    }

    @Override
    public String action() {
        return "routing.threshold-changed";
    }
}
