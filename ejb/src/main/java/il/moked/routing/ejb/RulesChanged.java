// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.ejb.SetUpChange;
import il.moked.shared.DomainEvent;
import java.util.List;

/** An administrator wrote, threw away or put in force a version of the rules. @param action {@code routing.rules-…} */
public record RulesChanged(Long subjectId, String action, String detail) implements DomainEvent, SetUpChange {
    @Override
    public List<String> audience() {
        return List.of("wall");
    }

    @Override
    public String subject() {
        return "rule-version";
    }
}
