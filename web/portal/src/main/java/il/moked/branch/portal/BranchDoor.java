// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import il.moked.branch.Arrival;
import il.moked.shared.NotFoundException;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /branch/{code}} and what lies under it: a ticket, the kiosk, the display. */
@Door(to = {Door.Caller.ANYBODY, Door.Caller.HOLDER}, reaches = Arrival.class)
@WebServlet("/branch/*")
public class BranchDoor extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final Pattern PATH = Pattern.compile("/([a-z0-9][a-z0-9-]{0,39})(?:/(kiosk|display|state|ticket/([0-9A-Za-z-]{8,64})))?");

    @Inject
    transient BranchPage page;
    @Inject
    transient TicketPage ticket;
    @Inject
    transient KioskPage kiosk;
    @Inject
    transient DisplayPage display;
    @Inject
    transient Limits limits;
    @Inject
    transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        Duration wait = limits.branches().take(Visitor.of(request));
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return;
        }
        if (!path.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String code = path.group(1);
        try {
            if (path.group(2) == null) {
                page.get(code, request, response);
            } else if (path.group(3) != null) {
                ticket.get(code, path.group(3), request, response);
            } else {
                switch (path.group(2)) {
                    case "kiosk" -> kiosk.get(code, request, response);
                    case "display" -> display.get(code, request, response);
                    default -> display.state(code, response);
                }
            }
        } catch (NotFoundException unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        request.setCharacterEncoding("UTF-8");
        if (!path.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String code = path.group(1);
        try {
            if (path.group(2) == null) {
                page.post(code, request, response);
            } else if (path.group(3) != null) {
                ticket.post(code, path.group(3), request, response);
            } else if (path.group(2).equals("kiosk")) {
                kiosk.post(code, request, response);
            } else {
                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        } catch (NotFoundException unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
