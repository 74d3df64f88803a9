// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.customer.Segment;
import il.moked.shared.DomainEvent;
import java.time.Duration;
import java.time.Instant;

/**
 * A caller gave up waiting. Told after whatever put him into a line, in one transaction with it or later; for observers
 * of this server only, it goes to nobody by push.
 *
 * @param number to call back, E.164; null when withheld
 * @param waited from when he was queued
 * @param subject code of what he chose in the menu, or null
 * @param at when he hung up
 */
public record CallAbandoned(Long interactionId, long callId, long queueId, long customerId, Segment segment, String number, Duration waited, String subject, Instant dialledAt, Instant at) implements DomainEvent {
}
