// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.agent.Capacity;
import il.moked.agent.SkillProfile;
import il.moked.agent.WorkWeight;
import java.time.Instant;

/**
 * An agent as the router sees him: he serves every line of his team.
 *
 * @param idleSince when he was last offered work; among equals who waits longest for work gets it
 */
public record AgentAtWork(long id, SkillProfile skills, Capacity capacity, Instant idleSince) {
    public AgentAtWork offered(WorkWeight work, Instant now) {
        return new AgentAtWork(id, skills, capacity.take(work), now);
    }

    /** An offer he did not take, or work he has ended. */
    public AgentAtWork released(WorkWeight work) {
        return new AgentAtWork(id, skills, capacity.release(work), idleSince);
    }
}
