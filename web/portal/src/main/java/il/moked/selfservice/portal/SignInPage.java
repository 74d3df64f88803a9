// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.interaction.portal.FormDoor;
import il.moked.selfservice.OneTimeCode.Purpose;
import il.moked.selfservice.PortalSession.Kind;
import il.moked.selfservice.ejb.CodeSending;
import il.moked.selfservice.ejb.PortalSigningIn;
import il.moked.selfservice.ejb.PortalSigningIn.Browser;
import il.moked.selfservice.ejb.PortalSigningIn.Outcome;
import il.moked.shared.BusinessException;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * {@code /sign-in} for customers and {@code /business/sign-in} for people of companies: an address, the code sent there, and where
 * several have it, the last digits of the identity number. What is answered is the same whether anybody has the address or not.
 */
@Door(to = Door.Caller.ANYBODY)
@WebServlet({"/sign-in", "/business/sign-in"})
public class SignInPage extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int UNPROCESSABLE = 422;
    private static final String PAGE = "selfservice/sign-in";

    @Inject
    transient SignInView view;
    @Inject
    transient SignedIn signedIn;
    @Inject
    transient CodeSending codes;
    @Inject
    transient PortalSigningIn signingIn;
    @Inject
    transient FormDoor door;
    @Inject
    transient Limits limits;
    @Inject
    transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Kind kind = kind(request);
        String to = WayBack.to(kind, request.getParameter("to"));
        if (signedIn.present(kind).isPresent()) {
            see(request, response, to);
            return;
        }
        boolean asked = !SessionCookie.ofCode(kind).read(request).isEmpty();
        boolean password = kind == Kind.CUSTOMER && "password".equals(request.getParameter("step"));
        view.shows(kind, to, asked || password ? request.getParameter("step") : null, door.issue());
        pages.show(PAGE, request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.setCharacterEncoding("UTF-8");
        Duration wait = limits.signIns().take(Visitor.of(request));
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return;
        }
        Kind kind = kind(request);
        String to = WayBack.to(kind, request.getParameter("to"));
        String step = String.valueOf(request.getParameter("step"));
        view.shows(kind, to, step, door.kept(request.getParameter("token")));
        switch (step) {
            case "code" -> code(kind, to, request, response);
            case "who" -> who(kind, to, request, response);
            case "password" -> password(kind, to, request, response);
            default -> ask(kind, to, request, response);
        }
    }

    private void ask(Kind kind, String to, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        view.typed(request.getParameter("address"));
        Optional<String> refusal = door.refusal(door.read(request.getParameter("token")), request.getParameter("website"));
        if (refusal.isPresent()) {
            view.says(refusal.get());
            again(request, response);
            return;
        }
        try {
            String handle = codes.ask(kind == Kind.CUSTOMER ? Purpose.CUSTOMER_SIGN_IN : Purpose.COMPANY_SIGN_IN, request.getParameter("address"), view.language(), Visitor.of(request));
            SessionCookie.ofCode(kind).write(handle, request, response);
            see(request, response, step(kind, "code", to));
        } catch (BusinessException refused) {
            view.refused(refused);
            again(request, response);
        }
    }

    private void code(Kind kind, String to, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String handle = SessionCookie.ofCode(kind).read(request);
        Outcome outcome = CrossedLocks.retried(() -> signingIn.prove(kind, handle, request.getParameter("code"), browser(request)));
        after(outcome, kind, to, "wrong.code", request, response);
    }

    private void who(Kind kind, String to, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String handle = SessionCookie.ofCode(kind).read(request);
        Outcome outcome = CrossedLocks.retried(() -> signingIn.which(kind, handle, request.getParameter("digits"), browser(request)));
        if (outcome.state() == PortalSigningIn.State.WRONG) {
            view.shows(kind, to, null, door.issue());
            view.says("wrong.again");
            again(request, response);
            return;
        }
        after(outcome, kind, to, "wrong.digits", request, response);
    }

    private void password(Kind kind, String to, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        view.typed(request.getParameter("address"));
        Optional<String> refusal = door.refusal(door.read(request.getParameter("token")), request.getParameter("website"));
        if (kind != Kind.CUSTOMER || refusal.isPresent()) {
            view.says(refusal.orElse("again.old"));
            again(request, response);
            return;
        }
        after(CrossedLocks.retried(() -> signingIn.byPassword(request.getParameter("address"), request.getParameter("password"), browser(request))), kind, to, "wrong.password", request, response);
    }

    private void after(Outcome outcome, Kind kind, String to, String wrong, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (outcome.state() == PortalSigningIn.State.IN) {
            SessionCookie.ofCode(kind).write("", request, response);
            SessionCookie.of(kind).write(outcome.token(), request, response);
            see(request, response, to);
        } else if (outcome.state() == PortalSigningIn.State.ASKS && "code".equals(request.getParameter("step"))) {
            see(request, response, step(kind, "who", to));
        } else {
            view.wrong(wrong);
            again(request, response);
        }
    }

    private static Browser browser(HttpServletRequest request) {
        return new Browser(DeviceName.of(request.getHeader("User-Agent")), Visitor.of(request));
    }

    private static String step(Kind kind, String step, String to) {
        return WayBack.signIn(kind) + "?step=" + step + (to.equals(WayBack.home(kind)) ? "" : "&to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
    }

    private static Kind kind(HttpServletRequest request) {
        return SignedIn.kindOf(request.getServletPath());
    }

    private void again(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setStatus(UNPROCESSABLE);
        pages.show(PAGE, request, response);
    }

    private static void see(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
