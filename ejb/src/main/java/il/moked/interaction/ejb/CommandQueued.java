// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.shared.DomainEvent;

/** An exchange is to be asked something. */
public record CommandQueued(long commandId, long accountId) implements DomainEvent {
}
