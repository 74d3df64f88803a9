// SPDX-License-Identifier: Apache-2.0
package il.moked.bench.staff;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code ?make=n} hires simulated agents, {@code ?at-work=n} says how many of them are at work from now on. */
@WebServlet("/staff")
public class StaffServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    transient SimulatedAgents agents;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (request.getParameter("make") != null) {
                agents.hire(Integer.parseInt(request.getParameter("make")));
            } else {
                agents.atWork(Integer.parseInt(request.getParameter("at-work")));
            }
        } catch (Exception failure) {
            throw new IOException(failure);
        }
        response.setContentType("text/plain");
        response.getWriter().write("ok");
    }
}
