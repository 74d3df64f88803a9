// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Files of the design system asked for by fingerprint never change, and fonts never do either: keep them for a year. */
@WebFilter({"/moked/css/*", "/moked/js/*", "/moked/images/*", "/moked/fonts/*"})
public class LongCache extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String query = request.getQueryString();
        if (query != null && query.startsWith("v=") || request.getServletPath().startsWith("/moked/fonts/")) {
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        }
        chain.doFilter(request, response);
    }
}
