// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.agent.WorkWeight;
import il.moked.channel.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A contact in the line as the router sees it.
 *
 * @param waitingSince from here its requirement is relaxed; a declined offer or a transfer does not move it
 * @param dueAt its place in the line, see {@link DueTime}
 * @param target of its service level; bounds how long it waits for the preferred agent
 * @param preferredAgentId who knows the customer, or null
 * @param notBefore agents who declined or missed it, and when each may be asked again
 */
public record WaitingItem(long id, long queueId, Channel channel, WorkWeight weight, Requirement requirement, Instant waitingSince, Instant dueAt, Duration target, Long preferredAgentId,
        Map<Long, Instant> notBefore) {
    public WaitingItem {
        notBefore = Map.copyOf(notBefore);
    }

    /** @param backOff who declined it is asked again after this long */
    public static WaitingItem of(WorkItem item, Duration backOff) {
        return new WaitingItem(item.id(), item.queueId(), item.channel(), item.work(), item.requirement(), item.waitingSince(), item.dueAt(), item.target(), item.preferredAgentId().orElse(null), item.declines().until(backOff));
    }

    /** @param again when the agent may be asked again */
    public WaitingItem refusedBy(long agentId, Instant again) {
        Map<Long, Instant> refusals = new HashMap<>(notBefore);
        refusals.put(agentId, again);
        return new WaitingItem(id, queueId, channel, weight, requirement, waitingSince, dueAt, target, preferredAgentId, refusals);
    }

    public boolean mayGoTo(long agentId, Instant now) {
        Instant again = notBefore.get(agentId);
        return again == null || !now.isBefore(again);
    }

    /** The line it stands in. */
    public WorkLine line() {
        return new WorkLine(queueId, channel, weight, requirement);
    }
}
