// SPDX-License-Identifier: Apache-2.0
package il.moked.agent.ejb;

import il.moked.shared.DomainEvent;

/** An agent sums a call up no longer, though its conversation is not closed: it takes nothing of him any more. */
public record WrapUpOver(long agentId, Long interactionId) implements DomainEvent {
}
