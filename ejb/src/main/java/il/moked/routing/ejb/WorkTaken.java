// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.channel.Channel;
import il.moked.shared.DomainEvent;
import java.time.Instant;

/** An agent took a contact. Its customer is served from now on ({@link WorkServed}), unless he is on the telephone: then when somebody speaks to him. */
public record WorkTaken(long workItemId, Long interactionId, Channel channel, long agentId, Instant at) implements DomainEvent {
}
