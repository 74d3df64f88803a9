// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.shared.DomainEvent;

/** A message is in the outbox. */
public record MessageQueued(long outboundId) implements DomainEvent {
}
