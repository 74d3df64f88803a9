// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.ejb;

import il.moked.channel.Lane;
import il.moked.shared.DomainEvent;

/** Something new is in the inbox and waits for its listener. */
public record MessageAccepted(Lane lane) implements DomainEvent {
}
