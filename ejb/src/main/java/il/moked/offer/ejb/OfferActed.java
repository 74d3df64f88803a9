// SPDX-License-Identifier: Apache-2.0
package il.moked.offer.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** A customer answered to an offer. @param subjectId of the offer @param action {@code offer.…} in the past tense */
public record OfferActed(Long subjectId, Long customerId, Long interactionId, String action, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "offer";
    }
}
