// SPDX-License-Identifier: Apache-2.0
package il.moked.agent;

import il.moked.shared.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Agents at work. */
@ApplicationScoped
public class Agents {
    private static final Duration MEMORY = Duration.ofSeconds(5);

    private final Remembered<Long, Map<Long, SkillProfile>> skills = new Remembered<>(MEMORY);

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** An available agent, as far as this read knows; only {@link #reserve} decides. */
    public record Available(long id, Capacity capacity, Instant idleSince) {
    }

    /** An active member of a team as a colleague sees him; presence and free capacity are null when he never came to work. */
    public record Colleague(long id, String userName, String hebrewName, String englishName, String hebrewTeam, String englishTeam, Presence presence, Integer freeCapacity) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }

        public String team(String language) {
            return "he".equals(language) ? hebrewTeam : englishTeam;
        }

        public boolean available() {
            return presence == Presence.AVAILABLE;
        }
    }

    public Optional<Agent> find(long userId) {
        return Optional.ofNullable(entities.find(Agent.class, userId));
    }

    public Optional<Agent> findLocked(long userId) {
        return Optional.ofNullable(entities.find(Agent.class, userId, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Locked, and as he is now: his units may have been changed by a statement since this transaction read him. */
    public Optional<Agent> findLockedAnew(long userId) {
        Optional<Agent> agent = find(userId);
        agent.ifPresent(known -> entities.refresh(known, LockModeType.PESSIMISTIC_WRITE));
        return agent;
    }

    public void add(Agent agent) {
        entities.persist(agent);
    }

    /** Who sits at an extension: of several who share the place, the one who is at work, and of those the one who came last. */
    public Optional<Agent> at(String extension) {
        return entities.createQuery("select a from Agent a join fetch a.user where a.extension = :extension order by case when a.presence = :offline then 1 else 0 end, a.since desc, a.id", Agent.class)
                .setParameter("extension", extension).setParameter("offline", Presence.OFFLINE).setMaxResults(1).getResultStream().findFirst();
    }

    /** Available agents of a team, the one idle longest first. */
    public List<Available> available(long teamId, int most) {
        return entities.createQuery("""
                select a.id, a.capacity, a.usedCapacity, a.usedInterruptible, a.lastOfferedAt from Agent a
                where a.teamId = :team and a.presence = :available order by a.lastOfferedAt, a.id""", Object[].class)
                .setParameter("team", teamId).setParameter("available", Presence.AVAILABLE).setMaxResults(most).setFlushMode(FlushModeType.COMMIT).getResultStream()
                .map(row -> new Available((Long) row[0], new Capacity((Integer) row[1], (Integer) row[2], (Integer) row[3]), (Instant) row[4])).toList();
    }

    /** How many contacts of that weight the agents of a team who are at work can serve side by side, whatever they serve now. */
    public int places(long teamId, int weight) {
        return entities.createQuery("select a.capacity, count(a) from Agent a where a.teamId = :team and a.presence in (:available, :wrapUp) group by a.capacity", Object[].class)
                .setParameter("team", teamId).setParameter("available", Presence.AVAILABLE).setParameter("wrapUp", Presence.WRAP_UP).setFlushMode(FlushModeType.COMMIT).getResultStream()
                .mapToInt(row -> (Integer) row[0] / Math.max(1, weight) * ((Long) row[1]).intValue()).sum();
    }

    /** What agents of a team can do. Remembered for a few seconds. */
    public Map<Long, SkillProfile> skills(long teamId) {
        return skills.get(teamId, this::readSkills);
    }

    private Map<Long, SkillProfile> readSkills(long teamId) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                select x.agent_id, s.code, s.kind, x.level from agent_skill x join skill s on s.id = x.skill_id join agent a on a.user_id = x.agent_id
                where a.team_id = ?1 and s.active = true""").setParameter(1, teamId).getResultList();
        Map<Long, Map<Skill, Integer>> levels = new HashMap<>();
        rows.forEach(row -> levels.computeIfAbsent(((Number) row[0]).longValue(), agent -> new HashMap<>()).put(new Skill((String) row[1], Skill.Kind.valueOf((String) row[2])), ((Number) row[3]).intValue()));
        return levels.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> new SkillProfile(entry.getValue())));
    }

    /**
     * Takes units of an available agent: compare-and-set in the database, by the rule of {@link Capacity}.
     *
     * @return false when he is not available or has not that much left
     */
    public boolean reserve(long agentId, int primary, int interruptible, Instant now) {
        return entities.createQuery("""
                update Agent a set a.usedCapacity = a.usedCapacity + :primary, a.usedInterruptible = a.usedInterruptible + :interruptible, a.lastOfferedAt = :now, a.version = a.version + 1
                where a.id = :id and a.presence = :available and a.usedCapacity + :primary <= a.capacity
                and (:interruptible = 0 or a.usedCapacity + :primary + a.usedInterruptible + :interruptible <= a.capacity)""")
                .setParameter("primary", primary).setParameter("interruptible", interruptible).setParameter("now", now).setParameter("id", agentId).setParameter("available", Presence.AVAILABLE).executeUpdate() == 1;
    }

    /** Takes units whatever the presence and capacity are: a person decided it. */
    public void take(long agentId, WorkWeight work) {
        entities.createQuery("update Agent a set a.usedCapacity = a.usedCapacity + :primary, a.usedInterruptible = a.usedInterruptible + :interruptible, a.version = a.version + 1 where a.id = :id")
                .setParameter("primary", work.interruptible() ? 0 : work.units()).setParameter("interruptible", work.interruptible() ? work.units() : 0).setParameter("id", agentId).executeUpdate();
    }

    public void release(long agentId, WorkWeight work) {
        entities.createQuery("""
                update Agent a set a.usedCapacity = case when a.usedCapacity > :primary then a.usedCapacity - :primary else 0 end,
                a.usedInterruptible = case when a.usedInterruptible > :interruptible then a.usedInterruptible - :interruptible else 0 end, a.version = a.version + 1
                where a.id = :id""").setParameter("primary", work.interruptible() ? 0 : work.units()).setParameter("interruptible", work.interruptible() ? work.units() : 0).setParameter("id", agentId).executeUpdate();
    }

    /** Sets the count right. @param load units of primary and of interruptible work */
    public void counted(long agentId, int[] load) {
        entities.createQuery("update Agent a set a.usedCapacity = :primary, a.usedInterruptible = :interruptible, a.version = a.version + 1 where a.id = :id")
                .setParameter("primary", load[0]).setParameter("interruptible", load[1]).setParameter("id", agentId).executeUpdate();
    }

    /** Everybody who can be handed work, other than one, by team and name. */
    public List<Colleague> colleagues(long except, int most) {
        return entities.createQuery("""
                select new il.moked.agent.Agents$Colleague(u.id, u.userName, u.hebrewName, u.englishName, t.hebrewName, t.englishName, a.presence, a.capacity - a.usedCapacity - a.usedInterruptible)
                from StaffUser u join u.team t left join Agent a on a.id = u.id where u.active = true and u.id <> :except order by t.code, u.userName""", Colleague.class)
                .setParameter("except", except).setMaxResults(most).getResultList();
    }

    /** Whether he sums up the call of this conversation now. Loads and locks nothing: most conversations that end are no calls. */
    public boolean sumsUp(long agentId, long interactionId) {
        return !entities.createQuery("select 1 from Agent a where a.id = :id and a.presence = :wrapUp and a.wrapUpOf = :interaction", Integer.class)
                .setParameter("id", agentId).setParameter("wrapUp", Presence.WRAP_UP).setParameter("interaction", interactionId).getResultList().isEmpty();
    }

    /** Agents whose time to sum up a call is over, locked; those another node is just dealing with are passed over. */
    public List<Agent> wrapUpOver(Instant now, int most) {
        return entities.createQuery("select a from Agent a where a.presence = :wrapUp and a.wrapUpUntil <= :now order by a.wrapUpUntil", Agent.class)
                .setParameter("wrapUp", Presence.WRAP_UP).setParameter("now", now).setMaxResults(most)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).setHint("jakarta.persistence.lock.timeout", -2).getResultList();
    }

    public List<Agent> inTeam(long teamId) {
        return entities.createQuery("select a from Agent a join fetch a.user where a.teamId = :team order by a.user.userName", Agent.class)
                .setParameter("team", teamId).getResultList();
    }
}
