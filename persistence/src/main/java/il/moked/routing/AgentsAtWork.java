// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.agent.Agents;
import il.moked.agent.Capacity;
import il.moked.agent.SkillProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The agents of a team as a round of the {@link Router} sees them, as far as a read without a lock knows; only {@link Agents#reserve} decides. */
@ApplicationScoped
public class AgentsAtWork {
    /** In one round of one team. */
    private static final int MOST = 2_000;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;
    @Inject
    Agents agents;

    /** Who is available and has room for the lightest that may wait in these lines. Who is full costs nothing: he is not read. */
    public List<AgentAtWork> free(long teamId, Collection<WorkLine> lines) {
        int primary = least(lines, false);
        int interruptible = least(lines, true);
        return withSkills(teamId, agents.withRoom(teamId, Math.min(primary, interruptible), MOST).stream()
                .filter(agent -> agent.capacity().room(false) >= primary || agent.capacity().room(true) >= interruptible).toList());
    }

    private static int least(Collection<WorkLine> lines, boolean interruptible) {
        return lines.stream().filter(line -> line.weight().interruptible() == interruptible).mapToInt(line -> line.weight().units()).min().orElse(Integer.MAX_VALUE);
    }

    /** Everybody who is available, also who is full. */
    public List<AgentAtWork> available(long teamId) {
        return withSkills(teamId, agents.available(teamId, MOST));
    }

    private List<AgentAtWork> withSkills(long teamId, List<Agents.Available> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<Long, SkillProfile> skills = agents.skills(teamId);
        return found.stream().map(agent -> new AgentAtWork(agent.id(), skills.getOrDefault(agent.id(), SkillProfile.NONE), agent.capacity(), agent.idleSince())).toList();
    }

    /** An agent of the team who sums up a call, with the units he will have when that is over; empty when he does not. */
    public Optional<AgentAtWork> summingUp(long teamId, long agentId) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                select a.capacity, a.used_capacity, a.used_interruptible, a.last_offered_at,
                (select w.weight from work_item w where w.interaction_id = a.wrap_up_of and w.agent_id = a.user_id and w.state = 'ACCEPTED' and not w.interruptible)
                from agent a where a.user_id = ?1 and a.team_id = ?2 and a.presence = 'WRAP_UP'""").setParameter(1, agentId).setParameter(2, teamId).setFlushMode(FlushModeType.COMMIT).getResultList();
        return rows.stream().findFirst().map(row -> {
            int call = row[4] == null ? 0 : ((Number) row[4]).intValue();
            Capacity then = new Capacity(((Number) row[0]).intValue(), Math.max(0, ((Number) row[1]).intValue() - call), ((Number) row[2]).intValue());
            Instant idleSince = row[3] instanceof OffsetDateTime zoned ? zoned.toInstant() : (Instant) row[3];
            return new AgentAtWork(agentId, agents.skills(teamId).getOrDefault(agentId, SkillProfile.NONE), then, idleSince);
        });
    }
}
