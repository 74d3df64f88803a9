// SPDX-License-Identifier: Apache-2.0
package il.moked.access.desk;

import il.moked.access.Role;
import il.moked.agent.ejb.Attendance;
import il.moked.shared.BusinessException;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Leaves. An agent goes offline first, so that nothing is offered to an empty chair. */
@WebServlet("/signout")
public class SignOut extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    Attendance attendance;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (request.isUserInRole(Role.AGENT) || request.isUserInRole(Role.SUPERVISOR)) {
            try {
                attendance.offline();
            } catch (BusinessException noLongerActive) {
                // Whoever may no longer act may still leave.
                getServletContext().log(noLongerActive.code());
            }
        }
        request.logout();
        if (request.getSession(false) != null) {
            request.getSession(false).invalidate();
        }
        response.sendRedirect(request.getContextPath() + "/signin.xhtml?left=1");
    }
}
