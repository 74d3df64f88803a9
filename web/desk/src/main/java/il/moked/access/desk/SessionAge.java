// SPDX-License-Identifier: Apache-2.0
package il.moked.access.desk;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** A session ends after twelve hours however busy it is: longer than a shift, shorter than a stolen cookie is useful. */
@WebFilter("/*")
public class SessionAge extends HttpFilter {
    static final String SINCE = "moked.since";

    private static final long serialVersionUID = 1;
    private static final Duration OLDEST = Duration.ofHours(12);

    @Inject
    transient Clock clock;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(SINCE) instanceof Long since && clock.millis() - since > OLDEST.toMillis()) {
            request.logout();
            session.invalidate();
            response.sendRedirect(request.getContextPath() + "/signin.xhtml");
            return;
        }
        chain.doFilter(request, response);
    }
}
