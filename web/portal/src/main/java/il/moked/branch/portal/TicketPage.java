// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import il.moked.branch.ejb.OwnTicket;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
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

/** Somebody's number: his place, about how long, where he is called; and the button by which he leaves the line. */
@ApplicationScoped
public class TicketPage {
    private static final int UNPROCESSABLE = 422;

    @Inject
    TicketView view;
    @Inject
    OwnTicket tickets;
    @Inject
    Limits limits;
    @Inject
    Pages pages;

    void get(String code, String key, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        view.shows(key, tickets.of(code, key).orElseThrow(() -> new NotFoundException("branch.unknown-arrival")));
        show(HttpServletResponse.SC_OK, request, response);
    }

    void post(String code, String key, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Duration wait = limits.forms().take(Visitor.of(request));
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return;
        }
        try {
            CrossedLocks.retried(() -> tickets.leave(code, key));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/branch/" + code + "/ticket/" + key);
        } catch (NotFoundException unknown) {
            throw unknown;
        } catch (BusinessException refused) {
            view.shows(key, tickets.of(code, key).orElseThrow(() -> new NotFoundException("branch.unknown-arrival")));
            view.refused(refused);
            show(UNPROCESSABLE, request, response);
        }
    }

    private void show(int status, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setStatus(status);
        pages.show("branch/ticket", request, response);
    }
}
