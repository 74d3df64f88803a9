// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.agent.Skill;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Agents at work, found by queue and by skill, apart for primary and for interruptible work, so that a decision looks
 * only at agents who have a unit free and the rarest skill asked for. A change of one agent costs his own queues and
 * skills, whatever the number of agents.
 */
final class FreeAgents {
    private static final class Index {
        private final boolean interruptible;
        private final Map<Object, Map<Long, AgentAtWork>> by = new HashMap<>();

        Index(boolean interruptible) {
            this.interruptible = interruptible;
        }

        void put(AgentAtWork agent) {
            if (agent.capacity().room(interruptible) > 0) {
                agent.queues().forEach(queue -> by.computeIfAbsent(queue, key -> new HashMap<>()).put(agent.id(), agent));
                agent.skills().levels().keySet().forEach(skill -> by.computeIfAbsent(skill, key -> new HashMap<>()).put(agent.id(), agent));
            }
        }

        void remove(AgentAtWork agent) {
            agent.queues().forEach(queue -> remove(queue, agent.id()));
            agent.skills().levels().keySet().forEach(skill -> remove(skill, agent.id()));
        }

        private void remove(Object key, long agentId) {
            Map<Long, AgentAtWork> agents = by.get(key);
            if (agents != null && agents.remove(agentId) != null && agents.isEmpty()) {
                by.remove(key);
            }
        }

        Collection<AgentAtWork> fewest(long queueId, Requirement asked) {
            Map<Long, AgentAtWork> fewest = by.getOrDefault(queueId, Map.of());
            for (RequiredSkill required : asked.skills()) {
                Skill skill = required.skill();
                Map<Long, AgentAtWork> able = by.getOrDefault(skill, Map.of());
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
        remove(agent.id());
        all.put(agent.id(), agent);
        indexes.forEach(index -> index.put(agent));
    }

    void remove(long agentId) {
        AgentAtWork known = all.remove(agentId);
        if (known != null) {
            indexes.forEach(index -> index.remove(known));
        }
    }

    Optional<AgentAtWork> find(Long agentId) {
        return Optional.ofNullable(all.get(agentId));
    }

    Collection<AgentAtWork> all() {
        return all.values();
    }

    /** The smallest known set that holds everybody who could take it; it may hold others too. */
    Collection<AgentAtWork> pool(WaitingItem item, RoutingPolicy.Ask ask) {
        Index index = indexes.get(item.weight().interruptible() ? 1 : 0);
        if (ask.only() != null) {
            return find(ask.only()).stream().toList();
        }
        return index.fewest(item.queueId(), ask.requirement());
    }
}
