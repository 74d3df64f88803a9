// SPDX-License-Identifier: Apache-2.0
package il.moked.bench.staff;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code ?make=n} hires simulated agents, {@code ?at-work=n} says how many of them are at work from now on, {@code ?speed=n} lets the clock run n times as fast and answers what it shows. */
@WebServlet("/staff")
public class StaffServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    transient SimulatedAgents agents;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String answer = "ok";
        try {
            if (request.getParameter("speed") != null) {
                answer = FastClock.start(Integer.parseInt(request.getParameter("speed"))).toString();
            } else if (request.getParameter("make") != null) {
                agents.hire(Integer.parseInt(request.getParameter("make")));
            } else {
                agents.atWork(Integer.parseInt(request.getParameter("at-work")));
            }
        } catch (Exception failure) {
            throw new IOException(failure);
        }
        response.setContentType("text/plain");
        response.getWriter().write(answer);
    }
}
