// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.casework.ejb.CaseTracking;
import il.moked.channel.portal.ContactSpool;
import il.moked.complaint.ejb.ComplaintTracking;
import il.moked.interaction.FormSubmission;
import il.moked.interaction.Interaction;
import il.moked.interaction.Reference;
import il.moked.interaction.ejb.Tracking;
import il.moked.routing.ejb.CallbackAsking;
import il.moked.routing.ejb.Waiting;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.ejb.CrossedLocks;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Pages;
import il.moked.shared.portal.Texts;
import il.moked.shared.portal.Visitor;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where a contact stands: asked for by its reference, which is as good as a password and so is never guessed at speed. */
@Door(to = {Door.Caller.ANYBODY, Door.Caller.HOLDER}, reaches = Interaction.class)
@WebServlet({"/track", "/track/*"})
@MultipartConfig(fileSizeThreshold = 256 * 1024, maxRequestSize = ContactPage.LARGEST_REQUEST)
public class TrackPage extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_TYPED = 40;
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient TrackView view;
    @Inject
    transient Tracking tracking;
    @Inject
    transient CaseTracking cases;
    @Inject
    transient ComplaintTracking complaints;
    @Inject
    transient ContactView filesView;
    @Inject
    transient FormDoor door;
    @Inject
    transient ContactSpool spool;
    @Inject
    transient Texts texts;
    @Inject
    transient Waiting waiting;
    @Inject
    transient CallbackAsking callbacks;
    @Inject
    transient Limits limits;
    @Inject
    transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        String path = request.getPathInfo();
        String typed = request.getParameter("reference");
        if (path != null && path.length() > 1) {
            look(path.substring(1), request, response);
        } else if (typed != null) {
            find(typed, request, response);
        } else {
            pages.show("interaction/track", request, response);
        }
    }

    /** Typed by hand: an empty or impossible one stays in the field with what is wrong; the address of a real one is its page. */
    private void find(String typed, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String reference = Reference.normal(typed.length() > LONGEST_TYPED ? "" : typed);
        if (!TrackView.possible(reference)) {
            view.unknown(typed);
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            pages.show("interaction/track", request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/track/" + reference);
    }

    /** Whoever waits asks to be called instead, or writes on. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        Duration flood = limits.floods().take(Visitor.of(request));
        if (!flood.isZero()) {
            pages.tooMany(flood, response);
            return;
        }
        request.setCharacterEncoding("UTF-8");
        List<ChosenFiles.Sent> sent;
        try {
            sent = ChosenFiles.sent(request);
        } catch (IOException | ServletException | RuntimeException unreadable) {
            response.sendError(unreadable instanceof IllegalStateException ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE : HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        String path = request.getPathInfo();
        String reference = Reference.normal(path == null || path.length() < 2 || path.length() > LONGEST_TYPED ? "" : path.substring(1));
        boolean writes = "write".equals(request.getParameter("what"));
        Duration wait = (writes ? limits.matters() : limits.forms()).take(Visitor.of(request));
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return;
        }
        if (writes) {
            writeOn(reference, sent, request, response);
        } else {
            askForCall(reference, request, response);
        }
    }

    private void askForCall(String reference, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        try {
            CrossedLocks.retried(() -> callbacks.byForm(reference, request.getParameter("phone"), CallbackMoments.read(request.getParameter("at"))));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/track/" + reference);
        } catch (NotFoundException unknown) {
            look(reference, request, response);
        } catch (BusinessException refused) {
            view.refused(refused, request.getParameter("phone"));
            response.setStatus(UNPROCESSABLE);
            look(reference, request, response);
        }
    }

    /** By the door of the form: it is in the inbox before he is told that we have it. */
    private void writeOn(String reference, List<ChosenFiles.Sent> sent, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String typed = request.getParameter("text") == null ? "" : request.getParameter("text");
        String text = MatterForm.clean(typed);
        ChosenFiles files = ChosenFiles.of(sent);
        filesView.wrong(files);
        String trouble = text.isEmpty() && sent.isEmpty() ? "write.missing" : text.length() > MatterForm.LONGEST_TEXT ? "write.long" : null;
        Optional<FormToken> token = door.read(request.getParameter("token"));
        trouble = trouble == null ? door.refusal(token, request.getParameter("website")).orElse(null) : trouble;
        if (trouble != null || files.problem() != null || !TrackView.possible(reference)) {
            view.writes(typed, trouble == null ? null : view.words(trouble, MatterForm.LONGEST_TEXT), door.kept(request.getParameter("token")));
            response.setStatus(UNPROCESSABLE);
            look(reference, request, response);
            return;
        }
        try {
            if (tracking.track(reference).openedAt() == null) {
                throw new BusinessException("interaction.unknown");
            }
            FormSubmission more = FormSubmission.continuing(reference, token.get().reference(), text.isEmpty() ? files.files().get(0).fileName() : text, view.language(), files.files());
            door.handIn(more);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/track/" + reference + "?more");
        } catch (BusinessException refused) {
            view.writes(typed, texts.refusal(refused, view.locale()), door.kept(request.getParameter("token")));
            response.setStatus(UNPROCESSABLE);
            look(reference, request, response);
        }
    }

    /** Where he stands in the line, and when he could be called. */
    private void waits(String reference) {
        view.waits(waiting.placeOfForm(reference).orElse(null), waiting.callbackOfForm(reference).orElse(null));
        if (view.isInLine()) {
            view.mayBeCalled(callbacks.timesForForm(reference));
        }
    }

    private void look(String typed, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Duration wait = limits.trackings().take(Visitor.of(request));
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return;
        }
        try {
            if (!TrackView.possible(Reference.normal(typed))) {
                throw new NotFoundException("interaction.unknown");
            }
            view.found(tracking.track(typed));
            view.cases(cases.ofForm(typed).orElse(null), complaints.ofForm(typed).orElse(null));
            view.arrived(request.getQueryString());
            waits(typed);
            view.mayWrite(door.issue());
        } catch (NotFoundException unknown) {
            if (!view.kept(Reference.normal(typed), spool.holds(Reference.normal(typed)))) {
                view.unknown(typed);
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            }
        } catch (EJBException away) {
            if (!view.kept(Reference.normal(typed), spool.holds(Reference.normal(typed)))) {
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                return;
            }
        }
        pages.show("interaction/track", request, response);
    }
}
