// SPDX-License-Identifier: Apache-2.0
package il.moked.bench.router;

import il.moked.access.Role;
import il.moked.agent.Agents;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.routing.ejb.Assignment;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/** What the probe does as the system itself. */
@Stateless
@RunAs(Role.SYSTEM)
@PermitAll
public class Decisions {
    @Inject
    Assignment assignment;
    @Inject
    WorkItems workItems;
    @Inject
    Agents agents;
    @Resource(lookup = "java:jboss/datasources/MokedDS")
    DataSource database;

    /** Somebody, anybody, is done with something. @return the team for which a decision is due */
    public long somebodyEnds() {
        WorkItem ended = workItems.getLocked(anyOffered());
        agents.release(ended.agentId().orElseThrow(), ended.work());
        ended.done();
        return agents.find(ended.agentId().orElseThrow()).orElseThrow().teamId();
    }

    private long anyOffered() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select id from work_item where state = 'OFFERED' and agent_id >= (select min(user_id) + ? from agent) order by agent_id, id fetch first 1 rows only")) {
            query.setInt(1, ThreadLocalRandom.current().nextInt(900));
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** As the listener of assignment requests does. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void decide(long team) {
        assignment.assign(team);
    }
}
