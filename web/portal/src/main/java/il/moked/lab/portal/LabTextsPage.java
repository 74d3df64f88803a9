// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.demo.ejb.DemoCustomers;
import il.moked.demo.ejb.DemoCustomers.DemoCustomer;
import il.moked.demo.ejb.DemoProfile;
import il.moked.interaction.portal.FormDoor;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Pages;
import il.moked.shared.portal.PortalLog;
import il.moked.shared.portal.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The lab's telephone: what its screen shows, and what the played customer writes on it. */
@Door(to = Door.Caller.DEMO)
@WebServlet("/lab/texts")
public class LabTextsPage extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 2000;

    @Inject
    transient DemoProfile demo;
    @Inject
    transient DemoCustomers customers;
    @Inject
    transient FormDoor door;
    @Inject
    transient LabView view;
    @Inject
    transient LabPhoneView phone;
    @Inject
    transient PhoneScreens screens;
    @Inject
    transient Limits limits;
    @Inject
    transient Pages pages;
    @Inject
    transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (!demo.active() || !play(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        phone.line().ifPresent(line -> line.looked(line.address(view.getPlayed()), DemoProviders.portal(request)));
        pages.show("lab/texts-screen", request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Duration wait = limits.floods().take(Visitor.of(request));
        if (!demo.active() || !wait.isZero()) {
            response.sendError(demo.active() ? 429 : HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        request.setCharacterEncoding("UTF-8");
        String text = request.getParameter("text") == null ? "" : request.getParameter("text").strip();
        if (!play(request) || door.read(request.getParameter("token")).isEmpty() || phone.line().isEmpty() || text.length() > LONGEST) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        PhoneLine line = phone.line().get();
        boolean taken = text.isEmpty() || written(line, text, request);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/lab?as=" + LabView.encoded(view.getPlayed().email()) + "&tab=texts&line=" + line.channel() + (taken ? "" : "&done=silent"));
    }

    private boolean written(PhoneLine line, String text, HttpServletRequest request) {
        try {
            line.write(view.getPlayed(), text, DemoProviders.portal(request));
            screens.written(line.channel(), line.address(view.getPlayed()), text, clock.instant());
            return true;
        } catch (IOException notTaken) {
            PortalLog.LOG.demoReportLost(notTaken);
            return false;
        }
    }

    private boolean play(HttpServletRequest request) {
        List<DemoCustomer> all = customers.list();
        String as = request.getParameter("as");
        DemoCustomer played = all.stream().filter(customer -> customer.email().equals(as)).findFirst().orElse(all.isEmpty() ? null : all.get(0));
        view.plays(all, played, "texts");
        return played != null;
    }
}
