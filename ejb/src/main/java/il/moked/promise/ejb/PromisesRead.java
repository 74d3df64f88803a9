// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** Another system looked at what a customer was promised. */
public record PromisesRead(Long customerId) implements DomainEvent, Audited {
    @Override
    public String action() {
        return "promise.read";
    }

    @Override
    public String subject() {
        return "customer";
    }

    @Override
    public Long subjectId() {
        return customerId;
    }
}
