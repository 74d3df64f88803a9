// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.agent.Agent;
import il.moked.agent.Agents;
import il.moked.interaction.AsSystem;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A line that belongs to one test alone, and the one agent who serves it: nothing of other tests waits in it, and nobody else is offered what comes. */
@Dependent
public class OwnLine {
    @Inject
    AsSystem system;
    @Inject
    StaffUsers users;
    @Inject
    Agents agents;
    @Inject
    WorkItems workItems;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    /** His user name. */
    public final String agent = "agent-" + mark;

    /** @return id of the queue, open day and night */
    public long begin() {
        return system.inTransaction(() -> {
            Team team = new Team("line-" + mark, "צוות", "Team");
            users.add(team);
            WorkQueue line = new WorkQueue("line-" + mark, "תור", "Line", team);
            line.openBy("always");
            workItems.add(line);
            StaffUser user = new StaffUser(agent, "נציג", "Agent", users.findByName("dana").orElseThrow().passwordHash(), team, Set.of(Role.AGENT));
            users.add(user);
            Agent serving = new Agent(user, team, Instant.now());
            serving.sitsAt("8" + mark);
            agents.add(serving);
            return line.id();
        });
    }
}
