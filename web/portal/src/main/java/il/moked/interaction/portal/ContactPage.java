// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.demo.ejb.DemoProfile;
import il.moked.interaction.portal.ChosenFiles.Sent;
import il.moked.shared.BusinessException;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Pages;
import il.moked.shared.portal.PortalLog;
import il.moked.shared.portal.Texts;
import il.moked.shared.portal.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The web form. What was typed comes back with whatever was wrong; only chosen files must be chosen again. A script is
 * kept out by a field no person sees, by the signed token, by the time a person needs, and by a limit for each address.
 */
@Door(to = Door.Caller.ANYBODY)
@WebServlet("/contact")
@MultipartConfig(fileSizeThreshold = 256 * 1024, maxRequestSize = ContactPage.LARGEST_REQUEST)
public class ContactPage extends HttpServlet {
    /** Bytes read before the request is cut off: more than may be sent, so that most who send too much are told kindly. */
    static final long LARGEST_REQUEST = 25L * 1024 * 1024;
    private static final long serialVersionUID = 1;
    private static final int TOO_MANY = 429;

    @Inject
    transient ContactView view;
    @Inject
    transient FormDoor door;
    @Inject
    transient Limits limits;
    @Inject
    transient Pages pages;
    @Inject
    transient Texts texts;
    @Inject
    transient DemoProfile demo;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        // Personal data has no place in an address; only the channel lab fills the form in advance, with made-up people.
        view.shows(demo.active() ? ContactForm.typed(request::getParameter) : ContactForm.typed(name -> "topic".equals(name) ? request.getParameter(name) : null), door.issue());
        show(HttpServletResponse.SC_OK, request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Duration flood = limits.floods().take(Visitor.of(request));
        if (!flood.isZero()) {
            pages.tooMany(flood, response);
            return;
        }
        request.setCharacterEncoding("UTF-8");
        List<Sent> sent;
        try {
            sent = ChosenFiles.sent(request);
        } catch (IOException | ServletException | RuntimeException unreadable) {
            // The server says "too large" by IllegalStateException and everything else in several ways.
            response.sendError(unreadable instanceof IllegalStateException ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE : HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        ContactForm form = ContactForm.typed(request::getParameter);
        if (!sent.isEmpty()) {
            view.mustChooseFilesAgain();
        }
        Duration wait = limits.forms().take(Visitor.of(request));
        if (!wait.isZero()) {
            pages.retryAfter(wait, response);
            view.says("again.often", Pages.seconds(wait));
            view.shows(form, request.getParameter("token"));
            show(TOO_MANY, request, response);
            return;
        }
        submit(form, sent, request, response);
    }

    private void submit(ContactForm form, List<Sent> sent, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        ChosenFiles files = ChosenFiles.of(sent);
        view.wrong(form.problems());
        view.wrong(files);
        Optional<FormToken> token = door.read(request.getParameter("token"));
        Optional<String> refusal = door.refusal(token, request.getParameter("website"));
        view.shows(form, door.kept(request.getParameter("token")));
        if (refusal.isPresent() || !view.right()) {
            // Whoever has something to mend presses again anyway.
            refusal.filter(why -> view.right()).ifPresent(view::says);
            show(HttpServletResponse.SC_BAD_REQUEST, request, response);
            return;
        }
        try {
            FormDoor.Handed handed = door.handIn(token.get(), form, files.files(), view.locale());
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/track/" + token.get().reference() + (handed == FormDoor.Handed.AGAIN ? "?again" : "?sent"));
        } catch (BusinessException refused) {
            view.saysAsIs(texts.refusal(refused, view.locale()));
            show(HttpServletResponse.SC_BAD_REQUEST, request, response);
        } catch (UncheckedIOException unavailable) {
            PortalLog.LOG.formNotTaken(unavailable);
            view.says("again.unavailable");
            show(HttpServletResponse.SC_SERVICE_UNAVAILABLE, request, response);
        }
    }

    private void show(int status, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setStatus(status);
        pages.show("interaction/contact", request, response);
    }
}
