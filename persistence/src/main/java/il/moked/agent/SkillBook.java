// SPDX-License-Identifier: Apache-2.0
package il.moked.agent;

import il.moked.shared.NotFoundException;
import il.moked.access.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which skills there are, and who has them how well. */
@ApplicationScoped
public class SkillBook {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** A skill as it is kept. One that is not active is asked for and counted no more; who has it keeps it. */
    public record Entry(long id, Skill skill, String hebrewName, String englishName, boolean active, int version) {
        public String code() {
            return skill.code();
        }

        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** A member of the staff who can be an agent. @param levels by skill id; @param capacity units */
    public record Abilities(long agentId, String userName, String hebrewName, String englishName, long teamId, int capacity, Map<Long, Integer> levels) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }

        /** 0 when he does not have it. */
        public int level(long skillId) {
            return levels.getOrDefault(skillId, 0);
        }
    }

    public List<Entry> all() {
        List<Entry> entries = new ArrayList<>();
        List<?> rows = entities.createNativeQuery("select id, code, kind, name_he, name_en, active, version from skill order by kind, code").getResultList();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            entries.add(new Entry(((Number) columns[0]).longValue(), new Skill((String) columns[1], Skill.Kind.valueOf((String) columns[2])), (String) columns[3], (String) columns[4], (Boolean) columns[5],
                    ((Number) columns[6]).intValue()));
        }
        return entries;
    }

    public Optional<Entry> find(String code) {
        return all().stream().filter(entry -> entry.code().equals(code)).findFirst();
    }

    public Entry get(long id) {
        return all().stream().filter(entry -> entry.id() == id).findFirst().orElseThrow(() -> new NotFoundException("agent.unknown-skill"));
    }

    public long add(Skill skill, String hebrewName, String englishName) {
        long id = ((Number) entities.createNativeQuery("select nextval('skill_seq')").getSingleResult()).longValue();
        entities.createNativeQuery("insert into skill (id, code, kind, name_he, name_en) values (?1, ?2, ?3, ?4, ?5)").setParameter(1, id).setParameter(2, skill.code()).setParameter(3, skill.kind().name())
                .setParameter(4, hebrewName).setParameter(5, englishName).executeUpdate();
        return id;
    }

    /** @return false when somebody changed it since that version was read */
    public boolean change(long id, int version, String hebrewName, String englishName, boolean active) {
        return entities.createNativeQuery("update skill set name_he = ?3, name_en = ?4, active = ?5, version = version + 1 where id = ?1 and version = ?2").setParameter(1, id).setParameter(2, version)
                .setParameter(3, hebrewName).setParameter(4, englishName).setParameter(5, active).executeUpdate() == 1;
    }

    /** All who may be agents, whether they came to work yet or not, by name, those after a user name, for reading on. */
    public List<Abilities> agents(String after, int most) {
        List<?> rows = entities.createNativeQuery("""
                select u.id, u.user_name, u.name_he, u.name_en, coalesce(a.team_id, u.team_id), coalesce(a.capacity, ?2) from staff_user u left join agent a on a.user_id = u.id
                where u.active = true and u.user_name > ?1 and coalesce(a.team_id, u.team_id) is not null
                  and (a.user_id is not null or exists (select 1 from staff_role r where r.user_id = u.id and r.role = ?3)) order by u.user_name""").setParameter(1, after).setParameter(2, Agent.FULL_CAPACITY).setParameter(3, Role.AGENT).setMaxResults(most).getResultList();
        Map<Long, Map<Long, Integer>> levels = new HashMap<>();
        List<Long> ids = rows.stream().map(row -> ((Number) ((Object[]) row)[0]).longValue()).toList();
        if (!ids.isEmpty()) {
            List<?> known = entities.createNativeQuery("select agent_id, skill_id, level from agent_skill where agent_id in (:ids)").setParameter("ids", ids).getResultList();
            for (Object row : known) {
                Object[] columns = (Object[]) row;
                levels.computeIfAbsent(((Number) columns[0]).longValue(), id -> new HashMap<>()).put(((Number) columns[1]).longValue(), ((Number) columns[2]).intValue());
            }
        }
        return rows.stream().map(row -> (Object[]) row).map(columns -> {
            long id = ((Number) columns[0]).longValue();
            return new Abilities(id, (String) columns[1], (String) columns[2], (String) columns[3], ((Number) columns[4]).longValue(), ((Number) columns[5]).intValue(), levels.getOrDefault(id, Map.of()));
        }).toList();
    }

    /** How well those who have a skill have it, by user id. */
    public Map<Long, Integer> levels(long skillId) {
        Map<Long, Integer> levels = new HashMap<>();
        for (Object row : entities.createNativeQuery("select agent_id, level from agent_skill where skill_id = ?1").setParameter(1, skillId).getResultList()) {
            Object[] columns = (Object[]) row;
            levels.put(((Number) columns[0]).longValue(), ((Number) columns[1]).intValue());
        }
        return levels;
    }

    /** @param level 0: he does not have it any more @return the level before, 0 for none */
    public int setLevel(long agentId, long skillId, int level) {
        List<?> known = entities.createNativeQuery("select level from agent_skill where agent_id = ?1 and skill_id = ?2").setParameter(1, agentId).setParameter(2, skillId).getResultList();
        int before = known.isEmpty() ? 0 : ((Number) known.get(0)).intValue();
        String change = level == 0 ? "delete from agent_skill where agent_id = ?1 and skill_id = ?2"
                : before == 0 ? "insert into agent_skill (agent_id, skill_id, level) values (?1, ?2, ?3)" : "update agent_skill set level = ?3 where agent_id = ?1 and skill_id = ?2";
        var statement = entities.createNativeQuery(change).setParameter(1, agentId).setParameter(2, skillId);
        if (level != 0) {
            statement.setParameter(3, SkillProfile.checked(level));
        }
        statement.executeUpdate();
        return before;
    }

    /** @param units 1 to 100 @return how many he had */
    public int setCapacity(long agentId, int units) {
        List<?> known = entities.createNativeQuery("select capacity from agent where user_id = ?1").setParameter(1, agentId).getResultList();
        if (known.isEmpty()) {
            throw new NotFoundException("access.unknown-user");
        }
        int before = ((Number) known.get(0)).intValue();
        entities.createNativeQuery("update agent set capacity = ?2, version = version + 1 where user_id = ?1").setParameter(1, agentId).setParameter(2, units).executeUpdate();
        return before;
    }
}
