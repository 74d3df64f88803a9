// SPDX-License-Identifier: Apache-2.0
package il.moked.access.api;

import il.moked.access.Role;
import il.moked.access.ejb.SignIn;
import il.moked.shared.BusinessException;
import il.moked.shared.api.Problem;
import il.moked.shared.api.ProblemDetail;
import il.moked.shared.api.Words;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.wildfly.security.auth.server.SecurityIdentity;

/**
 * Every request of the back-office interface, REST and SOAP, is made by a user of Moked who says name and password in it
 * (RFC 7617) and is another system or an administrator: nobody else gets in, whatever he may do on the screens. This
 * stands in place of the server's own mechanism for two reasons: a wrong password counts here as it does on the screens
 * (lock-out of the name, limit of the network address), and the slow hash is not computed again for each of a thousand
 * requests.
 */
@WebFilter(urlPatterns = "/*")
public class CallerSignIn extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final int TOO_MANY = 429;
    private static final String DENIED = "access.denied";
    private static final Set<String> ADMITTED = Set.of(Role.INTEGRATION, Role.ADMINISTRATOR);

    @Inject
    transient SignIn signIn;
    @Inject
    transient Callers callers;

    private final transient Jsonb jsonb = JsonbBuilder.create();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        Optional<Credentials> said = Credentials.in(request.getHeader("Authorization"));
        if (said.isEmpty()) {
            refuse(request, response, HttpServletResponse.SC_UNAUTHORIZED, "access.sign-in");
            return;
        }
        Optional<SecurityIdentity> caller = callers.known(said.get());
        try {
            if (caller.isEmpty()) {
                signIn.mayTry(said.get().userName(), request.getRemoteAddr());
                caller = callers.authenticate(said.get());
            }
        } catch (BusinessException closed) {
            refuse(request, response, TOO_MANY, closed.code(), closed.arguments().toArray());
            return;
        }
        if (caller.isEmpty()) {
            signIn.failed(said.get().userName(), request.getRemoteAddr());
            refuse(request, response, HttpServletResponse.SC_UNAUTHORIZED, "access.wrong");
            return;
        }
        if (ADMITTED.stream().noneMatch(caller.get().getRoles()::contains)) {
            keepOut(request, response);
            return;
        }
        serve(caller.get(), request, response, chain);
    }

    private static void serve(SecurityIdentity caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        try {
            caller.runAs((Callable<Void>) () -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (IOException | ServletException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }

    /** As an activity would refuse him: a SOAP request by a fault. */
    private void keepOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!"POST".equals(request.getMethod()) || !request.getServletPath().startsWith("/soap/")) {
            refuse(request, response, HttpServletResponse.SC_FORBIDDEN, DENIED);
            return;
        }
        Locale locale = Words.language(Collections.list(request.getLocales()));
        response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        response.setContentType("text/xml;charset=UTF-8");
        ProblemDetail.of(Problem.of(HttpServletResponse.SC_FORBIDDEN, DENIED, Words.text(DENIED, locale))).writeFault(response.getOutputStream());
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int status, String code, Object... arguments) throws IOException {
        Locale locale = Words.language(Collections.list(request.getLocales()));
        response.setStatus(status);
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"moked\", charset=\"UTF-8\"");
        }
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(jsonb.toJson(Problem.of(status, code, Words.text(code, locale, arguments))));
    }
}
