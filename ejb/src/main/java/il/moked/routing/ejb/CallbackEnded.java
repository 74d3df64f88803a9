// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.ejb.Audited;
import il.moked.routing.StatutoryRecord;
import il.moked.shared.DomainEvent;
import java.time.Instant;
import java.util.List;

/** Nobody has to call this customer any more, and nobody did. */
public record CallbackEnded(long workItemId, Long interactionId, StatutoryRecord.End how, Instant at) implements DomainEvent, Audited {
    @Override
    public List<String> audience() {
        return List.of("interaction:" + interactionId, "wall");
    }

    @Override
    public String action() {
        return "routing.callback-ended";
    }

    @Override
    public String subject() {
        return "interaction";
    }

    @Override
    public Long subjectId() {
        return interactionId;
    }

    @Override
    public String detail() {
        return how.name();
    }
}
