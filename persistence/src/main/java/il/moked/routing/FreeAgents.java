// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.agent.Skill;
import il.moked.agent.WorkWeight;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The agents of one round, found by skill, apart for primary and for interruptible work, so that a decision looks only at
 * agents who have a unit free and the rarest skill asked for. A change of one agent costs his own skills, whatever the
 * number of agents.
 */
final class FreeAgents {
    private static final class Index {
        private final boolean interruptible;
        private final Map<Long, AgentAtWork> anybody = new HashMap<>();
        private final Map<Skill, Map<Long, AgentAtWork>> bySkill = new HashMap<>();

        Index(boolean interruptible) {
            this.interruptible = interruptible;
        }

        void put(AgentAtWork agent) {
            if (agent.capacity().room(interruptible) > 0) {
                anybody.put(agent.id(), agent);
                agent.skills().levels().keySet().forEach(skill -> bySkill.computeIfAbsent(skill, key -> new HashMap<>()).put(agent.id(), agent));
            }
        }

        void remove(AgentAtWork agent) {
            if (anybody.remove(agent.id()) != null) {
                agent.skills().levels().keySet().forEach(skill -> bySkill.get(skill).remove(agent.id()));
            }
        }

        Collection<AgentAtWork> fewest(Requirement asked) {
            Map<Long, AgentAtWork> fewest = anybody;
            for (RequiredSkill required : asked.skills()) {
                Map<Long, AgentAtWork> able = bySkill.getOrDefault(required.skill(), Map.of());
                if (able.size() < fewest.size()) {
                    fewest = able;
                }
            }
            return fewest.values();
        }
    }

    private final Map<Long, AgentAtWork> all = new HashMap<>();
    private final List<Index> indexes = List.of(new Index(false), new Index(true));

    void put(AgentAtWork agent) {
        AgentAtWork known = all.put(agent.id(), agent);
        indexes.forEach(index -> {
            if (known != null) {
                index.remove(known);
            }
            index.put(agent);
        });
    }

    AgentAtWork get(long agentId) {
        return all.get(agentId);
    }

    Collection<AgentAtWork> all() {
        return all.values();
    }

    /** The smallest known set that holds everybody who could take it; it may hold others too. */
    Collection<AgentAtWork> pool(WorkWeight weight, Requirement asked) {
        return indexes.get(weight.interruptible() ? 1 : 0).fewest(asked);
    }

    /** Whether anybody has the skills and the units for it. */
    boolean anybodyFor(WorkWeight weight, Requirement asked) {
        for (AgentAtWork agent : pool(weight, asked)) {
            if (agent.capacity().fits(weight) && asked.metBy(agent.skills())) {
                return true;
            }
        }
        return false;
    }
}
