// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.selfservice.PortalSession;
import il.moked.selfservice.PortalSession.Kind;
import il.moked.selfservice.ejb.PortalSigningIn;
import il.moked.shared.portal.Door;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code /my/sign-out} and {@code /business/sign-out}: here, or on all devices. */
@Door(to = {Door.Caller.CUSTOMER, Door.Caller.COMPANY}, reaches = PortalSession.class)
@WebServlet({"/my/sign-out", "/business/sign-out"})
public class SignOutPage extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    transient SignedIn signedIn;
    @Inject
    transient PortalSigningIn signingIn;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        Kind kind = SignedIn.kindOf(request.getServletPath());
        String token = signedIn.token(kind);
        if (request.getParameter("everywhere") != null) {
            signingIn.signOutEverywhere(kind, token);
        } else {
            signingIn.signOut(kind, token);
        }
        SessionCookie.of(kind).write("", request, response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + WayBack.signIn(kind));
    }
}
