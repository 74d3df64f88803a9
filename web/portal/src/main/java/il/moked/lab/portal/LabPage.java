// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.channel.Channel;
import il.moked.channel.ejb.ContactWays;
import il.moked.demo.ejb.DemoCustomers;
import il.moked.demo.ejb.DemoCustomers.DemoCustomer;
import il.moked.demo.ejb.DemoProfile;
import il.moked.interaction.portal.FormDoor;
import il.moked.lab.portal.Postbox.Draft;
import il.moked.lab.portal.Postbox.Enclosed;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Pages;
import il.moked.shared.portal.PortalLog;
import il.moked.shared.portal.Visitor;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The channel lab. Only made-up customers can be played, and mail goes only to the organisation's own addresses. */
@Door(to = Door.Caller.DEMO)
@WebServlet({"/lab", "/lab/letters"})
@MultipartConfig(fileSizeThreshold = 256 * 1024, maxRequestSize = 25L * 1024 * 1024)
public class LabPage extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    transient DemoProfile demo;
    @Inject
    transient DemoCustomers customers;
    @Inject
    transient ContactWays ways;
    @Inject
    transient Postbox postbox;
    @Inject
    transient FormDoor door;
    @Inject
    transient LabView view;
    @Inject
    transient Limits limits;
    @Inject
    transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (!demo.active()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        play(request);
        if ("sent".equals(request.getParameter("done"))) {
            view.says("sent");
        }
        if (!view.isDeserted() && "mail".equals(view.getTab())) {
            readMail(request.getParameter("answer"));
        }
        pages.show(request.getServletPath().endsWith("/letters") ? "lab/letters" : "lab/lab", request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Duration wait = limits.floods().take(Visitor.of(request));
        if (!demo.active() || !wait.isZero()) {
            response.sendError(demo.active() ? 429 : HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        request.setCharacterEncoding("UTF-8");
        List<Enclosed> files = files(request);
        play(request);
        if (view.isDeserted() || door.read(request.getParameter("token")).isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        Optional<String> to = ways.of(Channel.EMAIL).stream().map(ContactWays.Way::address).filter(address -> address.equals(request.getParameter("to"))).findFirst();
        if (to.isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        readMail(request.getParameter("answer"));
        DemoCustomer played = view.getPlayed();
        try {
            postbox.send(new Draft(played.name(), played.email(), to.get(), value(request, "subject"), value(request, "text"), view.getAnswered(), files));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/lab?as=" + LabView.encoded(played.email()) + "&tab=mail&done=sent");
        } catch (MessagingException silent) {
            PortalLog.LOG.demoMailSilent(silent);
            view.mailIsSilent();
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            pages.show("lab/lab", request, response);
        }
    }

    private void play(HttpServletRequest request) {
        List<DemoCustomer> all = customers.list();
        String as = request.getParameter("as");
        DemoCustomer played = all.stream().filter(customer -> customer.email().equals(as)).findFirst().orElse(all.isEmpty() ? null : all.get(0));
        view.plays(all, played, request.getParameter("tab"));
    }

    private void readMail(String answered) {
        try {
            view.has(postbox.letters(view.getPlayed().email()), answered);
        } catch (MessagingException silent) {
            PortalLog.LOG.demoMailSilent(silent);
            view.mailIsSilent();
        }
    }

    private static String value(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static List<Enclosed> files(HttpServletRequest request) throws IOException, ServletException {
        List<Enclosed> files = new ArrayList<>();
        for (Part part : request.getParts()) {
            if (part.getSubmittedFileName() != null && !part.getSubmittedFileName().isEmpty()) {
                try (InputStream content = part.getInputStream()) {
                    files.add(new Enclosed(part.getSubmittedFileName(), part.getContentType() == null ? "application/octet-stream" : part.getContentType(), content.readAllBytes()));
                }
            }
        }
        return files;
    }
}
