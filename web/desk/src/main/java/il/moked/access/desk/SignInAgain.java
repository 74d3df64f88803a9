// SPDX-License-Identifier: Apache-2.0
package il.moked.access.desk;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The server answers whoever is not signed in with the sign-in page. A script that only wants a part of a page, or a
 * socket, gets 401 in its place, so that the page stays and says so itself.
 */
@WebFilter(urlPatterns = "/signin.xhtml", dispatcherTypes = DispatcherType.FORWARD)
public class SignInAgain extends HttpFilter {
    private static final long serialVersionUID = 1;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (fromScript(request)) {
            response.reset();
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Browsers say of themselves whether a person goes to a page; what does not say it is known by what it asks for. */
    private static boolean fromScript(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        if (mode != null) {
            return !"navigate".equals(mode);
        }
        return "partial/ajax".equals(request.getHeader("Faces-Request")) || "websocket".equalsIgnoreCase(request.getHeader("Upgrade")) || !"GET".equals(request.getMethod());
    }
}
