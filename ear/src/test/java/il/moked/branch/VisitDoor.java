// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import il.moked.As;
import il.moked.Rows;
import il.moked.branch.ejb.Greeting;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;

/**
 * The door of a branch of the demo, for tests from the outside. POST with {@code branch}, {@code customer} (id) and {@code reason}: he
 * comes in, and the answer is his number. With {@code left}, the clerk at the counter of that number has not been seen for long. With
 * {@code branch} alone everybody goes home, clerks too.
 */
@WebServlet("/visit-door")
public class VisitDoor extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    transient Greeting greeting;
    @Inject
    transient Branches branches;
    @Inject
    transient Rows rows;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        try {
            Branch branch = branches.named(request.getParameter("branch"));
            if (request.getParameter("left") != null) {
                leaves(branch, Integer.parseInt(request.getParameter("left")));
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
                return;
            }
            if (request.getParameter("customer") == null) {
                everybodyGoes(branch);
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
                return;
            }
            String greeter = rows.text("select user_name from staff_user where team_id = ? and user_name in ('tamar', 'amit')", branch.teamId());
            Greeting.Visitor visitor = new Greeting.Visitor(Long.valueOf(request.getParameter("customer")), null, null, null, request.getParameter("reason"), null, Arrival.How.GREETER, null);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().print(As.user(greeter, () -> greeting.checkIn(branch.id(), visitor)).visit().number());
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }

    private void leaves(Branch branch, int counter) throws SQLException {
        Instant before = Instant.now().minusSeconds(3600);
        rows.change("update agent_seen set seen_at = ? where user_id = (select clerk_id from branch_counter where branch_id = ? and number = ?)", before, branch.id(), counter);
        rows.change("update branch_counter set since = ? where branch_id = ? and number = ?", before, branch.id(), counter);
    }

    private void everybodyGoes(Branch branch) throws SQLException {
        rows.change("delete from left_counter where counter_id in (select id from branch_counter where branch_id = ?)", branch.id());
        rows.change("update branch_counter set clerk_id = null where branch_id = ?", branch.id());
        rows.change("update arrival set state = 'LEFT' where branch_id = ? and state in ('EXPECTED', 'WAITING', 'CALLED', 'SERVING', 'NO_SHOW')", branch.id());
        rows.change("update work_item set state = 'DONE' where queue_id = ? and state <> 'DONE'", branch.queueId());
        rows.change("update interaction set state = 'CLOSED', closed_at = ?, waiting_since = null where team_id = ? and state = 'OPEN'", Instant.now(), branch.teamId());
        rows.change("update agent set presence = 'OFFLINE', used_capacity = 0, used_interruptible = 0 where team_id = ?", branch.teamId());
    }
}
