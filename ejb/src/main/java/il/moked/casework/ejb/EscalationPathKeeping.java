// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.access.ejb.Administered;
import il.moked.casework.CaseEscalations;
import il.moked.casework.EscalationPath;
import il.moked.shared.BusinessException;
import il.moked.shared.StaleVersionException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Which team helps which. */
@Stateless
@RolesAllowed({Role.SUPERVISOR, Role.ADMINISTRATOR})
public class EscalationPathKeeping {
    @Inject
    CaseEscalations escalations;
    @Inject
    StaffUsers users;
    @Inject
    DomainEvents events;

    /** @param version 0 for a new one */
    public record Path(String team, String next, int version) {
    }

    public List<Path> all() {
        return escalations.paths().stream().map(path -> new Path(users.team(path.teamId()).code(), users.team(path.nextTeamId()).code(), path.version() + 1)).toList();
    }

    /** @throws BusinessException {@code casework.team}, {@code casework.path}: to itself; {@link StaleVersionException} */
    public void keep(Path wanted) {
        Team team = team(wanted.team());
        Team next = team(wanted.next());
        Optional<EscalationPath> known = escalations.pathOf(team.id());
        if (known.map(path -> path.version() + 1).orElse(0) != wanted.version()) {
            throw new StaleVersionException();
        }
        known.ifPresentOrElse(path -> path.leadsTo(next), () -> escalations.add(new EscalationPath(team, next)));
        escalations.flush();
        events.tell(new Administered("casework.path-changed", "escalation-path", team.id(), team.code() + " " + next.code()));
    }

    public void remove(String teamCode) {
        Team team = team(teamCode);
        escalations.pathOf(team.id()).ifPresent(path -> {
            escalations.remove(path);
            events.tell(new Administered("casework.path-removed", "escalation-path", team.id(), team.code()));
        });
    }

    private Team team(String code) {
        return users.findTeam(code).orElseThrow(() -> new BusinessException("casework.team"));
    }
}
