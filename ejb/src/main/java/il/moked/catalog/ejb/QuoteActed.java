// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** A quote was given, accepted or withdrawn. @param action {@code catalog.quote-…} @param customerId null when nobody knows who it is @param detail its number and amount */
public record QuoteActed(String action, Long quoteId, Long customerId, Long interactionId, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "quote";
    }

    @Override
    public Long subjectId() {
        return quoteId;
    }
}
