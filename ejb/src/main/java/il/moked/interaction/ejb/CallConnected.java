// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.shared.DomainEvent;
import java.time.Instant;

/**
 * Somebody speaks to the other end of a call who did not before: the first one, and each one who gets it afterwards. For
 * observers of this server only.
 *
 * @param agentId null when nobody is known to sit at the extension
 */
public record CallConnected(Long interactionId, long callId, Long agentId, Instant at) implements DomainEvent {
}
