// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.interaction.Call;
import il.moked.shared.DomainEvent;
import java.time.Instant;

/**
 * A call is over. Told again with another outcome when something that the exchange told late changes it.
 *
 * @param ownerId the agent whose conversation it is, or null
 */
public record CallEnded(Long interactionId, long callId, Call.Direction direction, Call.Outcome outcome, Long ownerId, Instant at) implements DomainEvent {
}
