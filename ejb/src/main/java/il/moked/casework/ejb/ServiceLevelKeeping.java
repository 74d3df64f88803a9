// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.access.ejb.Administered;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ServiceLevel;
import il.moked.shared.BusinessException;
import il.moked.shared.StaleVersionException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** How fast cases are to be answered and solved. A change holds for what goes on, too: what was counted stays counted. */
@Stateless
@RolesAllowed({Role.SUPERVISOR, Role.ADMINISTRATOR})
public class ServiceLevelKeeping {
    @Inject
    Cases cases;
    @Inject
    StaffUsers users;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @param teamCode null for everybody @param severity null for all @param first minutes of business time, null when nothing is measured; the others alike @param version 0 for a new one */
    public record Level(String teamCode, ServiceCase.Severity severity, Integer first, Integer next, Integer solve, int version) {
    }

    public List<Level> all() {
        return cases.levels().stream().map(level -> new Level(level.teamId().map(users::team).map(Team::code).orElse(null), level.severity().orElse(null), level.firstMinutes(), level.nextMinutes(), level.solveMinutes(), level.version() + 1)).toList();
    }

    /** Of a team and severity: changes it, or makes it when there is none. @throws BusinessException {@code casework.team}, {@code shared.field-range}, {@link StaleVersionException} */
    public void keep(Level wanted) {
        Long team = team(wanted.teamCode());
        Optional<ServiceLevel> found = cases.findLevel(team, wanted.severity());
        if (found.map(level -> level.version() + 1).orElse(0) != wanted.version()) {
            throw new StaleVersionException();
        }
        ServiceLevel level = found.orElseGet(() -> {
            ServiceLevel fresh = new ServiceLevel(team, wanted.severity());
            cases.add(fresh);
            return fresh;
        });
        level.within(wanted.first(), wanted.next(), wanted.solve());
        cases.flush();
        changed(level.id(), team, wanted, "casework.level-changed");
    }

    /** What is less particular holds instead. The times of everybody cannot be removed. @throws BusinessException {@code casework.level-needed} */
    public void remove(Level which) {
        Long team = team(which.teamCode());
        if (team == null && which.severity() == null) {
            throw new BusinessException("casework.level-needed");
        }
        cases.findLevel(team, which.severity()).ifPresent(level -> {
            cases.remove(level);
            cases.flush();
            changed(level.id(), team, which, "casework.level-removed");
        });
    }

    private Long team(String code) {
        return code == null || code.isBlank() ? null : users.findTeam(code).map(Team::id).orElseThrow(() -> new BusinessException("casework.team"));
    }

    private void changed(Long id, Long team, Level level, String action) {
        cases.measureAgain(team, clock.instant());
        events.tell(new Administered(action, "service-level", id, (level.teamCode() == null ? "*" : level.teamCode()) + " " + (level.severity() == null ? "*" : level.severity()) + " " + level.first() + " " + level.next() + " " + level.solve()));
    }
}
