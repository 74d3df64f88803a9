// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.agent.Capacity;
import il.moked.agent.SkillProfile;
import il.moked.agent.WorkWeight;
import java.time.Instant;
import java.util.Set;

/**
 * An available agent as the router sees him.
 *
 * @param queues ids of the queues he serves
 * @param idleSince when he was last offered work; among equals who waits longest for work gets it
 */
public record AgentAtWork(long id, Set<Long> queues, SkillProfile skills, Capacity capacity, Instant idleSince) {
    public AgentAtWork {
        queues = Set.copyOf(queues);
    }

    public AgentAtWork offered(WorkWeight work, Instant now) {
        return new AgentAtWork(id, queues, skills, capacity.take(work), now);
    }

    /** An offer he did not take, or work he has ended. */
    public AgentAtWork released(WorkWeight work) {
        return new AgentAtWork(id, queues, skills, capacity.release(work), idleSince);
    }
}
