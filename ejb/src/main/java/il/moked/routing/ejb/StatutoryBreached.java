// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.time.Instant;
import java.util.List;

/** A limit of the law is over and no person has answered. Told once for each clock. */
public record StatutoryBreached(long recordId, Long interactionId, long queueId, Instant deadline) implements DomainEvent, Audited {
    @Override
    public List<String> audience() {
        return List.of("wall");
    }

    @Override
    public String action() {
        return "routing.law-breached";
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
        return deadline.toString();
    }
}
