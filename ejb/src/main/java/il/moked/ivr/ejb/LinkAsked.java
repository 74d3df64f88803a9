// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr.ejb;

import il.moked.shared.DomainEvent;

/** A caller wants a link to pay. For observers of this server only. */
public record LinkAsked(Long interactionId, long orderId) implements DomainEvent {
}
