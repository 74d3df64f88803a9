// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.shared.DomainEvent;
import java.time.Instant;

/**
 * A caller who waits chose to be called back. Told after whatever put him into a line, for observers of this server only.
 *
 * @param number he calls from, E.164; null when withheld
 */
public record CallBackAsked(Long interactionId, long callId, String number, Instant at) implements DomainEvent {
}
