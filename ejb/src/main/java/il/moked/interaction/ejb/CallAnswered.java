// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.shared.DomainEvent;
import java.time.Instant;

/**
 * A person talks to the caller: the clock of the law stops here.
 *
 * @param agentId null when nobody is known to sit at the extension
 * @param subject code of what he chose in the menu, or null
 * @param queuedAt null when he never waited in a line
 */
public record CallAnswered(Long interactionId, long callId, Long agentId, String subject, Instant dialledAt, Instant queuedAt, Instant at) implements DomainEvent {
}
