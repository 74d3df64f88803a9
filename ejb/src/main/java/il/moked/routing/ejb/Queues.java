// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.access.SetUpVersions;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.access.ejb.Administered;
import il.moked.access.ejb.Snapshot;
import il.moked.routing.RuleVersions;
import il.moked.routing.WorkItems;
import il.moked.routing.WorkQueue;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;

/** The lines and the teams that serve them. A change is in force within some seconds, for what waits too. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class Queues {
    /** Kinds of the things in the audit and among the versions. */
    public static final String QUEUE = "work-queue";
    public static final String TEAM = "team";
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int LONGEST_NAME = 120;

    @Inject
    WorkItems workItems;
    @Inject
    StaffUsers users;
    @Inject
    RuleVersions versions;
    @Inject
    SetUpVersions history;
    @Inject
    DomainEvents events;

    /** @param calendar code, null for the organisation's */
    public record QueueLine(long id, int version, String code, String hebrewName, String englishName, long teamId, String calendar) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    public record TeamLine(long id, int version, String code, String hebrewName, String englishName, int members) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    public List<QueueLine> queues() {
        return workItems.queues().stream().map(Queues::line).toList();
    }

    private static QueueLine line(WorkQueue queue) {
        return new QueueLine(queue.id(), queue.version(), queue.code(), queue.name("he"), queue.name("en"), queue.teamId(), queue.calendar().orElse(null));
    }

    private static TeamLine line(Team team, int members) {
        return new TeamLine(team.id(), team.version(), team.code(), team.name("he"), team.name("en"), members);
    }

    public List<TeamLine> teams() {
        return users.teams().stream().map(team -> line(team, users.activeIn(team.id()).size())).toList();
    }

    public long createQueue(String code, String hebrewName, String englishName, long teamId, String calendar) {
        check(code, hebrewName, englishName);
        if (workItems.queues().stream().anyMatch(queue -> queue.code().equals(code))) {
            throw new BusinessException("shared.code-taken", "code", code);
        }
        WorkQueue queue = new WorkQueue(code, hebrewName.strip(), englishName.strip(), users.team(teamId));
        queue.openBy(calendar);
        workItems.add(queue);
        versions.flush();
        events.tell(new Administered("routing.queue-created", QUEUE, queue.id(), code, Snapshot.of(line(queue))));
        return queue.id();
    }

    /** @param seen the version the change is based on @throws BusinessException {@code shared.conflict} when there is a newer one */
    public void changeQueue(long id, int seen, String hebrewName, String englishName, long teamId, String calendar) {
        WorkQueue queue = workItems.queue(id);
        check(queue.code(), hebrewName, englishName);
        if (queue.version() != seen) {
            throw new BusinessException("shared.conflict");
        }
        String before = queue.name("he") + " / " + queue.name("en") + ", " + queue.teamId() + ", " + queue.calendar().orElse("");
        queue.rename(hebrewName.strip(), englishName.strip());
        queue.servedBy(users.team(teamId).id());
        queue.openBy(calendar);
        versions.flush();
        events.tell(new Administered("routing.queue-changed", QUEUE, id, queue.code() + ": " + before + " → " + hebrewName + " / " + englishName + ", " + teamId + ", " + (calendar == null ? "" : calendar), Snapshot.of(line(queue))));
        events.tell(new WorkQueued(teamId));
    }

    /** Makes it what it was in an older version; that is a new version. @param seen the version the change is based on */
    public void restoreQueue(long id, int seen, int number) {
        QueueLine then = Snapshot.read(history.content(QUEUE, id, number), QueueLine.class);
        changeQueue(id, seen, then.hebrewName(), then.englishName(), then.teamId(), then.calendar());
    }

    /** Makes it what it was in an older version; that is a new version. @param seen the version the change is based on */
    public void restoreTeam(long id, int seen, int number) {
        TeamLine then = Snapshot.read(history.content(TEAM, id, number), TeamLine.class);
        changeTeam(id, seen, then.hebrewName(), then.englishName());
    }

    public long createTeam(String code, String hebrewName, String englishName) {
        check(code, hebrewName, englishName);
        if (users.findTeam(code).isPresent()) {
            throw new BusinessException("shared.code-taken", "code", code);
        }
        Team team = new Team(code, hebrewName.strip(), englishName.strip());
        users.add(team);
        versions.flush();
        events.tell(new Administered("access.team-created", TEAM, team.id(), code, Snapshot.of(line(team, 0))));
        return team.id();
    }

    public void changeTeam(long id, int seen, String hebrewName, String englishName) {
        Team team = users.team(id);
        check(team.code(), hebrewName, englishName);
        if (team.version() != seen) {
            throw new BusinessException("shared.conflict");
        }
        String before = team.name("he") + " / " + team.name("en");
        team.rename(hebrewName.strip(), englishName.strip());
        versions.flush();
        events.tell(new Administered("access.team-changed", TEAM, id, team.code() + ": " + before + " → " + hebrewName + " / " + englishName, Snapshot.of(line(team, 0))));
    }

    private static void check(String code, String hebrewName, String englishName) {
        if (code == null || !CODE.matcher(code).matches()) {
            throw new BusinessException("shared.code", "code");
        }
        if (hebrewName == null || hebrewName.isBlank() || hebrewName.length() > LONGEST_NAME) {
            throw new BusinessException("shared.field-missing", "hebrewName");
        }
        if (englishName == null || englishName.isBlank() || englishName.length() > LONGEST_NAME) {
            throw new BusinessException("shared.field-missing", "englishName");
        }
    }
}
