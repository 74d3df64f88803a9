// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.company.CompanyUser;
import il.moked.company.ejb.CompanySigningIn;
import il.moked.shared.BusinessException;
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

/** {@code /business/join/…}: whoever was invited chooses a password. The link is as good as one, and so is never guessed at speed; looking at it uses up nothing, because mail programs look too. */
@Door(to = {Door.Caller.ANYBODY, Door.Caller.HOLDER}, reaches = CompanyUser.class)
@WebServlet("/business/join/*")
public class JoinPage extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final Pattern PATH = Pattern.compile("/([A-Za-z0-9_-]{43})");

    @Inject
    transient CompanySigningIn signingIn;
    @Inject
    transient JoinView join;
    @Inject
    transient CompanyView view;
    @Inject
    transient Limits limits;
    @Inject
    transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Duration wait = limits.trackings().take(Visitor.of(request));
        if (wait.isZero()) {
            show(request, response);
        } else {
            pages.tooMany(wait, response);
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        try {
            join.shows(signingIn.invitation(token(request)));
        } catch (NotFoundException over) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        pages.show("company/join", request, response);
    }

    private static String token(HttpServletRequest request) {
        Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
        return path.matches() ? path.group(1) : "";
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.setCharacterEncoding("UTF-8");
        Duration wait = limits.passwords().take(Visitor.of(request));
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return;
        }
        try {
            signingIn.join(token(request), request.getParameter("password"));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/business/sign-in");
        } catch (NotFoundException over) {
            show(request, response);
        } catch (BusinessException refused) {
            view.wrong("password", view.refusal(refused));
            response.setStatus(BusinessPage.UNPROCESSABLE);
            show(request, response);
        }
    }
}
