// SPDX-License-Identifier: Apache-2.0
package il.moked.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Agents at work. */
@ApplicationScoped
public class Agents {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** An agent who can be offered work, as far as this read knows; only {@link #reserve} decides. */
    public record Free(long id, String userName, int freeCapacity) {
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

    public void add(Agent agent) {
        entities.persist(agent);
    }

    /** Who sits at an extension: of several who share the place, the one who is at work, and of those the one who came last. */
    public Optional<Agent> at(String extension) {
        return entities.createQuery("select a from Agent a join fetch a.user where a.extension = :extension order by case when a.presence = :offline then 1 else 0 end, a.since desc, a.id", Agent.class)
                .setParameter("extension", extension).setParameter("offline", Presence.OFFLINE).setMaxResults(1).getResultStream().findFirst();
    }

    /** Available agents of a team with room for at least {@code weight}, the one idle longest first. */
    public List<Free> free(long teamId, int weight, int most) {
        return entities.createQuery("""
                select new il.moked.agent.Agents$Free(a.id, a.user.userName, a.capacity - a.usedCapacity) from Agent a
                where a.teamId = :team and a.presence = :available and a.capacity - a.usedCapacity >= :weight order by a.lastOfferedAt, a.id""", Free.class)
                .setParameter("team", teamId).setParameter("available", Presence.AVAILABLE).setParameter("weight", weight).setMaxResults(most).getResultList();
    }

    /** Takes units of an available agent: compare-and-set in the database. @return false when he is not available or has not that much left */
    public boolean reserve(long agentId, int weight, Instant now) {
        return entities.createQuery("""
                update Agent a set a.usedCapacity = a.usedCapacity + :weight, a.lastOfferedAt = :now, a.version = a.version + 1
                where a.id = :id and a.presence = :available and a.usedCapacity + :weight <= a.capacity""")
                .setParameter("weight", weight).setParameter("now", now).setParameter("id", agentId).setParameter("available", Presence.AVAILABLE).executeUpdate() == 1;
    }

    /** Takes units whatever the presence and capacity are: a person decided it. */
    public void take(long agentId, int weight) {
        entities.createQuery("update Agent a set a.usedCapacity = a.usedCapacity + :weight, a.version = a.version + 1 where a.id = :id")
                .setParameter("weight", weight).setParameter("id", agentId).executeUpdate();
    }

    public void release(long agentId, int weight) {
        entities.createQuery("""
                update Agent a set a.usedCapacity = case when a.usedCapacity > :weight then a.usedCapacity - :weight else 0 end, a.version = a.version + 1
                where a.id = :id""").setParameter("weight", weight).setParameter("id", agentId).executeUpdate();
    }

    /** Everybody who can be handed work, other than one, by team and name. */
    public List<Colleague> colleagues(long except, int most) {
        return entities.createQuery("""
                select new il.moked.agent.Agents$Colleague(u.id, u.userName, u.hebrewName, u.englishName, t.hebrewName, t.englishName, a.presence, a.capacity - a.usedCapacity)
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
