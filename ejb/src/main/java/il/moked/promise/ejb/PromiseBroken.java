// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.time.Instant;
import java.util.List;

/** A promise was due and nobody kept it. Told once for each. */
public record PromiseBroken(Long promiseId, Long customerId, Long interactionId, Instant due, List<String> audience) implements DomainEvent, Audited {
    @Override
    public String action() {
        return "promise.broken";
    }

    @Override
    public String subject() {
        return "promise";
    }

    @Override
    public Long subjectId() {
        return promiseId;
    }

    @Override
    public String detail() {
        return due.toString();
    }
}
