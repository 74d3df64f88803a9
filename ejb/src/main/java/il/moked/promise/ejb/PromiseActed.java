// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.util.List;

/** Somebody gave, kept, cancelled, took back or handed on a promise. @param action {@code promise.action} in the past tense @param detail or null */
public record PromiseActed(String action, Long promiseId, Long customerId, Long interactionId, List<String> audience, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "promise";
    }

    @Override
    public Long subjectId() {
        return promiseId;
    }
}
