// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import il.moked.branch.ejb.BranchDirectory;
import il.moked.branch.ejb.OwnTicket;
import il.moked.branch.ejb.OwnTicket.Ticket;
import il.moked.interaction.portal.FormDoor;
import il.moked.interaction.portal.FormToken;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ejb.CrossedLocks;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Pages;
import il.moked.shared.portal.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * A branch, and the form by which one takes a number before he comes. His telephone is told the number; so whoever gives the
 * telephone of somebody else gets no more than that one a text message, and not often.
 */
@ApplicationScoped
public class BranchPage {
    private static final int TOO_MANY = 429;
    private static final int UNPROCESSABLE = 422;
    private static final int NO_MINUTES = -1;

    @Inject
    BranchPageView view;
    @Inject
    BranchDirectory directory;
    @Inject
    OwnTicket tickets;
    @Inject
    FormDoor door;
    @Inject
    Limits limits;
    @Inject
    Pages pages;

    void get(String code, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        view.shows(directory.get(code), JoinForm.typed(name -> null), door.issue());
        pages.show("branch/branch", request, response);
    }

    void post(String code, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        JoinForm form = JoinForm.typed(request::getParameter);
        Optional<FormToken> token = door.read(request.getParameter("token"));
        view.shows(directory.get(code), form, door.kept(request.getParameter("token")));
        view.wrong(form.problems());
        Optional<String> refusal = door.refusal(token, request.getParameter("website"));
        if (refusal.isPresent() || !view.right()) {
            refusal.filter(why -> view.right()).ifPresent(view::says);
            again(UNPROCESSABLE, request, response);
            return;
        }
        Duration wait = limited(form, request);
        if (!wait.isZero()) {
            pages.retryAfter(wait, response);
            view.says("again.often", Pages.seconds(wait));
            again(TOO_MANY, request, response);
            return;
        }
        join(code, form, token.get(), request, response);
    }

    private Duration limited(JoinForm form, HttpServletRequest request) {
        Duration wait = limits.joins().take(Visitor.of(request));
        return wait.isZero() ? limits.telephones().take(PhoneNumber.parse(form.telephone()).map(PhoneNumber::value).orElse("")) : wait;
    }

    private void join(String code, JoinForm form, FormToken token, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        try {
            Optional<Ticket> ticket = CrossedLocks.retried(() -> tickets.reserve(code, new OwnTicket.Wanted(form.name(), form.telephone(), form.reason(), form.minutes().orElse(NO_MINUTES), token.reference())));
            if (ticket.isPresent()) {
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader("Location", request.getContextPath() + "/branch/" + code + "/ticket/" + token.reference());
                return;
            }
            view.sentToTelephone();
            again(HttpServletResponse.SC_OK, request, response);
        } catch (NotFoundException unknown) {
            throw unknown;
        } catch (BusinessException refused) {
            view.refused(refused);
            again(UNPROCESSABLE, request, response);
        }
    }

    private void again(int status, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setStatus(status);
        pages.show("branch/branch", request, response);
    }
}
