// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.channel.Channel;
import il.moked.channel.ejb.ContactWays;
import il.moked.demo.ejb.DemoCustomers;
import il.moked.demo.ejb.DemoCustomers.DemoCustomer;
import il.moked.demo.ejb.DemoProfile;
import il.moked.interaction.portal.FormDoor;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Pages;
import il.moked.shared.portal.PortalLog;
import il.moked.shared.portal.Visitor;
import il.moked.shared.ui.ActiveLocale;
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
import java.util.List;
import java.util.Optional;

/** The lab's paper: what the played customer faxes and posts, and what came back. */
@Door(to = Door.Caller.DEMO)
@WebServlet("/lab/paper")
@MultipartConfig(fileSizeThreshold = 256 * 1024, maxRequestSize = 25L * 1024 * 1024)
public class LabPaperPage extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 10_000;
    private static final int LONGEST_ADDRESS = 150;

    @Inject
    transient DemoProfile demo;
    @Inject
    transient DemoCustomers customers;
    @Inject
    transient ContactWays ways;
    @Inject
    transient FormDoor door;
    @Inject
    transient LabView view;
    @Inject
    transient PaperTray tray;
    @Inject
    transient ActiveLocale activeLocale;
    @Inject
    transient Limits limits;
    @Inject
    transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (!demo.active() || !play(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String file = request.getParameter("file");
        if (file == null) {
            pages.show("lab/paper-tray", request, response);
            return;
        }
        Optional<byte[]> pdf = pdf(file);
        if (pdf.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/pdf");
        response.getOutputStream().write(pdf.get());
    }

    private Optional<byte[]> pdf(String file) throws IOException {
        try {
            return tray.open(view.getPlayed(), file);
        } catch (MessagingException silent) {
            PortalLog.LOG.demoMailSilent(silent);
            return Optional.empty();
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Duration wait = limits.floods().take(Visitor.of(request));
        if (!demo.active() || !wait.isZero()) {
            response.sendError(demo.active() ? 429 : HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        request.setCharacterEncoding("UTF-8");
        if (!play(request) || door.read(request.getParameter("token")).isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/lab?as=" + LabView.encoded(view.getPlayed().email()) + "&tab=paper&done=" + sent(request));
    }

    private String sent(HttpServletRequest request) throws IOException, ServletException {
        String text = value(request, "text", LONGEST);
        byte[] file = file(request);
        Optional<String> fax = ways.of(Channel.FAX).stream().map(ContactWays.Way::address).findFirst();
        String language = activeLocale.getLocale().getLanguage();
        DemoCustomer played = view.getPlayed();
        try {
            if (text.isEmpty() && file == null) {
                return "refused";
            }
            if ("letter".equals(request.getParameter("kind"))) {
                tray.letter(played, value(request, "address", LONGEST_ADDRESS), text, language, file);
                return "letter";
            }
            if (fax.isEmpty() || played.phone() == null) {
                return "refused";
            }
            tray.fax(played, fax.get(), text, language, file);
            return "fax";
        } catch (IllegalArgumentException unfit) {
            return "refused";
        } catch (MessagingException silent) {
            PortalLog.LOG.demoMailSilent(silent);
            return "refused";
        }
    }

    private boolean play(HttpServletRequest request) {
        List<DemoCustomer> all = customers.list();
        String as = request.getParameter("as");
        DemoCustomer played = all.stream().filter(customer -> customer.email().equals(as)).findFirst().orElse(all.isEmpty() ? null : all.get(0));
        view.plays(all, played, "paper");
        return played != null;
    }

    private static String value(HttpServletRequest request, String name, int longest) {
        String value = request.getParameter(name) == null ? "" : request.getParameter(name).strip();
        return value.substring(0, Math.min(value.length(), longest));
    }

    private static byte[] file(HttpServletRequest request) throws IOException, ServletException {
        Part part = request.getPart("file");
        if (part == null || part.getSize() == 0) {
            return null;
        }
        try (InputStream content = part.getInputStream()) {
            return content.readAllBytes();
        }
    }
}
