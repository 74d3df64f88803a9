// SPDX-License-Identifier: Apache-2.0
package il.moked.agent.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.access.SetUpVersions;
import il.moked.access.ejb.Administered;
import il.moked.access.ejb.Snapshot;
import il.moked.agent.Agent;
import il.moked.agent.Agents;
import il.moked.agent.Skill;
import il.moked.agent.SkillBook;
import il.moked.agent.SkillProfile;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;

/** Which skills there are, who has them how well, how much he can take and where he serves. In force within some seconds. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class Skilling {
    /** Kind of the thing in the audit and among the versions. */
    public static final String SKILL = "skill";
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,39}");
    private static final int LONGEST_NAME = 120;

    @Inject
    SkillBook book;
    @Inject
    Agents agents;
    @Inject
    StaffUsers users;
    @Inject
    SetUpVersions history;
    @Inject
    Clock clock;
    @Inject
    DomainEvents events;

    public List<SkillBook.Entry> skills() {
        return book.all();
    }

    public long create(String code, Skill.Kind kind, String hebrewName, String englishName) {
        if (code == null || !CODE.matcher(code).matches()) {
            throw new BusinessException("shared.code", "code");
        }
        if (book.find(code).isPresent()) {
            throw new BusinessException("shared.code-taken", "code", code);
        }
        named(hebrewName, englishName);
        long id = book.add(new Skill(code, kind), hebrewName.strip(), englishName.strip());
        events.tell(new Administered("agent.skill-created", SKILL, id, code + ", " + kind, Snapshot.of(new Named(hebrewName.strip(), englishName.strip(), true))));
        return id;
    }

    /** @param seen the version the change is based on @throws BusinessException {@code shared.conflict} when there is a newer one */
    public void change(long id, int seen, String hebrewName, String englishName, boolean active) {
        named(hebrewName, englishName);
        SkillBook.Entry before = book.get(id);
        if (!book.change(id, seen, hebrewName.strip(), englishName.strip(), active)) {
            throw new BusinessException("shared.conflict");
        }
        events.tell(new Administered("agent.skill-changed", SKILL, id, before.code() + ": " + before.hebrewName() + " / " + before.englishName() + ", " + before.active() + " → " + hebrewName + " / " + englishName + ", " + active, Snapshot.of(new Named(hebrewName.strip(), englishName.strip(), active))));
    }

    /** What of a skill can be changed. */
    public record Named(String hebrewName, String englishName, boolean active) {
    }

    /** Makes it what it was in an older version; that is a new version. @param seen the version the change is based on */
    public void restore(long id, int seen, int number) {
        Named then = Snapshot.read(history.content(SKILL, id, number), Named.class);
        change(id, seen, then.hebrewName(), then.englishName(), then.active());
    }

    private static void named(String hebrewName, String englishName) {
        if (hebrewName == null || hebrewName.isBlank() || hebrewName.length() > LONGEST_NAME) {
            throw new BusinessException("shared.field-missing", "hebrewName");
        }
        if (englishName == null || englishName.isBlank() || englishName.length() > LONGEST_NAME) {
            throw new BusinessException("shared.field-missing", "englishName");
        }
    }

    /** @param after user name of the last one shown, null for the first page */
    public Page<SkillBook.Abilities> agents(String after, int size) {
        return Page.of(book.agents(after == null ? "" : after, size + 1), size);
    }

    /**
     * @param seen what the administrator had before him
     * @param level 1 (learning) to 5 (others ask him), 0: he does not have it
     * @throws BusinessException {@code shared.conflict} when somebody changed it meanwhile
     */
    public void level(long agentId, long skillId, int seen, int level) {
        if (level < 0 || level > SkillProfile.HIGHEST) {
            throw new BusinessException("shared.field-range", "level", 0, SkillProfile.HIGHEST);
        }
        SkillBook.Entry skill = book.get(skillId);
        Agent agent = get(agentId);
        int before = book.setLevel(agentId, skillId, level);
        expect(seen, before);
        events.tell(new Administered("agent.skill-level", "agent", agentId, agent.user().userName() + ", " + skill.code() + ": " + before + " → " + level));
    }

    /** @param seen what the administrator had before him @throws BusinessException {@code shared.conflict} when somebody changed it meanwhile */
    public void capacity(long agentId, int seen, int units) {
        if (units < 1 || units > Agent.FULL_CAPACITY) {
            throw new BusinessException("shared.field-range", "capacity", 1, Agent.FULL_CAPACITY);
        }
        Agent agent = get(agentId);
        int before = book.setCapacity(agentId, units);
        expect(seen, before);
        events.tell(new Administered("agent.capacity", "agent", agentId, agent.user().userName() + ": " + before + " → " + units));
    }

    private static void expect(long seen, long before) {
        if (seen != before) {
            throw new BusinessException("shared.conflict");
        }
    }

    /** @param seen what the administrator had before him @throws BusinessException {@code shared.conflict} when somebody changed it meanwhile */
    public void team(long agentId, long seen, long teamId) {
        Agent agent = get(agentId);
        Team team = users.team(teamId);
        StaffUser user = users.get(agentId);
        long before = agent.teamId();
        expect(seen, before);
        if (before != teamId) {
            agent.joins(team);
            user.joins(team);
            events.tell(new AgentMoved(agentId, before, teamId));
            events.tell(new PresenceChanged(agentId, teamId, agent.presence()));
        }
    }

    /** Who never came to work has no row of his own yet. */
    private Agent get(long agentId) {
        return agents.findLocked(agentId).orElseGet(() -> {
            StaffUser user = users.get(agentId);
            if (!user.has(Role.AGENT)) {
                throw new NotFoundException("access.unknown-user");
            }
            return agents.comes(user, clock.instant());
        });
    }
}
