// SPDX-License-Identifier: Apache-2.0
package il.moked.agent;

import il.moked.access.StaffUser;
import il.moked.shared.BusinessException;
import il.moked.shared.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
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

    /** Whoever never came to work has no row of his own yet: he gets it, in the team he is of. @throws BusinessException {@code agent.no-team} */
    public Agent comes(StaffUser user, Instant now) {
        Agent first = new Agent(user, user.team().orElseThrow(() -> new BusinessException("agent.no-team")), now);
        add(first);
        return first;
    }

    /** Who sits at an extension: of several who share the place, the one who is at work, and of those the one who came last. */
    public Optional<Agent> at(String extension) {
        return entities.createQuery("select a from Agent a join fetch a.user where a.extension = :extension order by case when a.presence = :offline then 1 else 0 end, a.since desc, a.id", Agent.class)
                .setParameter("extension", extension).setParameter("offline", Presence.OFFLINE).setMaxResults(1).getResultStream().findFirst();
    }

    /** Available agents of a team, also those without room. */
    public List<Available> available(long teamId, int most) {
        return withRoom(teamId, Integer.MIN_VALUE, most);
    }

    /** Available agents of a team whose primary work leaves them so many units at least, the emptiest first: from an index, whoever is full costs nothing. */
    public List<Available> withRoom(long teamId, int units, int most) {
        return entities.createQuery("""
                select a.id, a.capacity, a.usedCapacity, a.usedInterruptible, a.lastOfferedAt from Agent a
                where a.teamId = :team and a.presence = il.moked.agent.Presence.AVAILABLE and a.capacity - a.usedCapacity >= :units order by a.capacity - a.usedCapacity desc""", Object[].class)
                .setParameter("team", teamId).setParameter("units", units).setMaxResults(most).setFlushMode(FlushModeType.COMMIT).getResultStream()
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

    /** His units and what takes them, as of now. */
    public Capacity capacityOf(long agentId) {
        return entities.createQuery("select new il.moked.agent.Capacity(a.capacity, a.usedCapacity, a.usedInterruptible) from Agent a where a.id = :id", Capacity.class).setParameter("id", agentId).getSingleResult();
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

    /** Their desks are open in a browser. Written only where the last sign is older than the given moment. */
    public void seen(Collection<Long> ids, Instant lastBefore, Instant now) {
        if (ids.isEmpty()) {
            return;
        }
        entities.createNativeQuery("update agent_seen set seen_at = :now where user_id in (:ids) and seen_at < :before").setParameter("now", now).setParameter("ids", ids).setParameter("before", lastBefore).executeUpdate();
        entities.createNativeQuery("""
                insert into agent_seen (user_id, seen_at) select a.user_id, cast(:now as timestamp(6) with time zone) from agent a
                where a.user_id in (:ids) and not exists (select 1 from agent_seen s where s.user_id = a.user_id) on conflict do nothing""").setParameter("now", now).setParameter("ids", ids).executeUpdate();
    }

    /** He left; what was seen of him before says nothing any more. */
    public void leaves(long id) {
        entities.createNativeQuery("delete from agent_seen where user_id = :id").setParameter("id", id).executeUpdate();
    }

    /** Whether he is at work, or at least sits before his desk. @param since a desk that was not seen since then is closed */
    public boolean here(long id, Instant since) {
        return !entities.createNativeQuery("""
                select 1 from agent a left join agent_seen s on s.user_id = a.user_id where a.user_id = :id and (a.presence <> 'OFFLINE' or s.seen_at >= :since)""")
                .setParameter("id", id).setParameter("since", since).getResultList().isEmpty();
    }

    /** Who is at work although his desk was not seen since the given moment. */
    public List<Long> unseenSince(Instant moment, int most) {
        List<?> rows = entities.createNativeQuery("""
                select a.user_id from agent a left join agent_seen s on s.user_id = a.user_id
                where a.presence <> 'OFFLINE' and coalesce(s.seen_at, a.since) < :moment order by a.user_id""").setParameter("moment", moment).setMaxResults(most).getResultList();
        return rows.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** When his desk was last seen, or since when he is as he is where it never was. */
    public Instant lastSeen(Agent agent) {
        List<?> rows = entities.createNativeQuery("select seen_at from agent_seen where user_id = :id").setParameter("id", agent.id()).getResultList();
        return rows.stream().map(at -> at instanceof OffsetDateTime zoned ? zoned.toInstant() : (Instant) at).findFirst().orElse(agent.since());
    }

    /** Whether his time to sum up a call is over. Loads and locks nothing. */
    public boolean wrapUpIsOver(long id, Instant now) {
        return !entities.createQuery("select 1 from Agent a where a.id = :id and a.presence = :wrapUp and (a.wrapUpUntil <= :now or a.wrapUpUntil is null)", Integer.class)
                .setParameter("id", id).setParameter("wrapUp", Presence.WRAP_UP).setParameter("now", now).getResultList().isEmpty();
    }

    /** Whether he sums up the call of this conversation now. Loads and locks nothing: most conversations that end are no calls. */
    public boolean sumsUp(long agentId, long interactionId) {
        return !entities.createQuery("select 1 from Agent a where a.id = :id and a.presence = :wrapUp and a.wrapUpOf = :interaction", Integer.class)
                .setParameter("id", agentId).setParameter("wrapUp", Presence.WRAP_UP).setParameter("interaction", interactionId).getResultList().isEmpty();
    }

    /** Agents whose time to sum up a call is over, locked in order of ids; those another node is just dealing with are passed over. */
    public List<Agent> wrapUpOver(Instant now, int most) {
        return entities.createQuery("select a from Agent a where a.presence = :wrapUp and (a.wrapUpUntil <= :now or a.wrapUpUntil is null) order by a.id", Agent.class)
                .setParameter("wrapUp", Presence.WRAP_UP).setParameter("now", now).setMaxResults(most)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).setHint("jakarta.persistence.lock.timeout", -2).getResultList();
    }

    public List<Agent> inTeam(long teamId) {
        return entities.createQuery("select a from Agent a join fetch a.user where a.teamId = :team order by a.user.userName", Agent.class)
                .setParameter("team", teamId).getResultList();
    }
}
