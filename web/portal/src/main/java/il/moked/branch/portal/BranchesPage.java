// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import il.moked.branch.ejb.BranchDirectory;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Pages;
import il.moked.shared.portal.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** Which branch is for whom, where it is, until when it is open, and how long one waits there now. */
@Door(to = Door.Caller.ANYBODY)
@WebServlet("/branches")
public class BranchesPage extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    transient BranchesView view;
    @Inject
    transient BranchDirectory directory;
    @Inject
    transient Limits limits;
    @Inject
    transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Duration wait = limits.branches().take(Visitor.of(request));
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return;
        }
        view.shows(directory.all(), request.getParameter("for"), request.getParameter("q"));
        pages.show("branch/branches", request, response);
    }
}
