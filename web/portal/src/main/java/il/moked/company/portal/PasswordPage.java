// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.company.CompanyUser;
import il.moked.company.ejb.CompanySigningIn;
import il.moked.selfservice.PortalSession;
import il.moked.selfservice.ejb.PortalSigningIn.Present;
import il.moked.selfservice.portal.SignedIn;
import il.moked.shared.ejb.CrossedLocks;
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

/** {@code /business/password}: after the code, the password; without it the session shows nothing. */
@Door(to = Door.Caller.COMPANY, reaches = CompanyUser.class)
@WebServlet("/business/password")
public class PasswordPage extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    transient SignedIn signedIn;
    @Inject
    transient CompanySigningIn signingIn;
    @Inject
    transient CompanyView view;
    @Inject
    transient Limits limits;
    @Inject
    transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        view.is(null, null, signedIn.getFormToken(), request);
        pages.show("company/password", request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Duration wait = limits.passwords().take(Visitor.of(request));
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return;
        }
        Present present = signedIn.present(PortalSession.Kind.COMPANY).orElse(null);
        if (present == null) {
            BusinessPage.see("/business/sign-in", request, response);
        } else if (CrossedLocks.retried(() -> signingIn.enter(present.sessionId(), present.id(), request.getParameter("password")))) {
            BusinessPage.see("/business", request, response);
        } else {
            view.wrong("password", view.text("password.wrong"));
            response.setStatus(BusinessPage.UNPROCESSABLE);
            doGet(request, response);
        }
    }
}
