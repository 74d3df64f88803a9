// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.shared.DomainEvent;

/**
 * A waiting call did not reach the telephone of the agent who took it. For observers of this server only.
 *
 * @param extension it should have gone to; null when he has none
 * @param exchangeAway whether the exchange never took what it was asked, which says nothing of his telephone
 */
public record CallNotRouted(Long interactionId, String extension, boolean exchangeAway) implements DomainEvent {
}
