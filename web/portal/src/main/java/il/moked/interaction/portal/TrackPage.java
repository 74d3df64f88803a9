// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.interaction.Reference;
import il.moked.interaction.ejb.Tracking;
import il.moked.routing.ejb.CallbackAsking;
import il.moked.routing.ejb.Waiting;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.ejb.CrossedLocks;
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

/** Where a contact stands: asked for by its reference, which is as good as a password and so is never guessed at speed. */
@WebServlet({"/track", "/track/*"})
public class TrackPage extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_TYPED = 40;
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient TrackView view;
    @Inject
    transient Tracking tracking;
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

    /** Whoever waits asks to be called instead. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        request.setCharacterEncoding("UTF-8");
        String path = request.getPathInfo();
        String reference = Reference.normal(path == null || path.length() < 2 || path.length() > LONGEST_TYPED ? "" : path.substring(1));
        Duration wait = limits.forms().take(Visitor.of(request));
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return;
        }
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
            view.arrived(request.getQueryString());
            waits(typed);
        } catch (NotFoundException unknown) {
            view.unknown(typed);
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        pages.show("interaction/track", request, response);
    }
}
