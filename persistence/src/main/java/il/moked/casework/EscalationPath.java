// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import il.moked.access.Team;
import il.moked.shared.BusinessException;
import jakarta.persistence.*;

/** Which team helps a team that can do no more. */
@Entity
@Table(name = "escalation_path")
public class EscalationPath {
    @Id
    @Column(name = "team_id")
    private long teamId;
    @Column(name = "next_team_id")
    private long nextTeamId;
    @Version
    private int version;

    protected EscalationPath() {
    }

    public EscalationPath(Team team, Team next) {
        this.teamId = team.id();
        leadsTo(next);
    }

    /** @throws BusinessException {@code casework.path}: to itself */
    public final void leadsTo(Team next) {
        if (next.id() == teamId) {
            throw new BusinessException("casework.path");
        }
        nextTeamId = next.id();
    }

    public long teamId() {
        return teamId;
    }

    public long nextTeamId() {
        return nextTeamId;
    }

    public int version() {
        return version;
    }
}
