// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/** Whatever changes something, and every socket, must come from a page of this site: the browser says so, and no page can make it lie. */
@WebFilter("/*")
public class OwnOrigin extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        boolean socket = "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
        String origin = request.getHeader("Origin");
        boolean matters = socket || !READING.contains(request.getMethod());
        if (matters && !mayCome(origin, request.getHeader("Host"), socket)) {
            DeskLog.LOG.foreign(request.getMethod(), request.getServletPath());
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    /** @param socket a socket must name its origin; of other requests, only browsers do */
    static boolean mayCome(String origin, String host, boolean socket) {
        if (origin == null) {
            return !socket;
        }
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }
}
