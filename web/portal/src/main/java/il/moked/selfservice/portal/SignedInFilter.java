// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.selfservice.PortalSession.Kind;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Pages;
import il.moked.shared.portal.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Nobody sees a page under {@code /my} or {@code /business} who is not signed in as what it is for: he is sent to sign in, and back.
 * What is posted there must carry the session's own form token. Nothing of it is kept by a cache.
 */
@WebFilter(urlPatterns = {"/my", "/my/*", "/business", "/business/*"}, asyncSupported = true)
public class SignedInFilter extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final String FORM = "form";
    /** Proved otherwise: by the link of an invitation, by the key of a program. */
    private static final List<String> OPEN = List.of("/business/join/", "/business/api/");

    @Inject
    transient SignedIn signedIn;
    @Inject
    transient Limits limits;
    @Inject
    transient Pages pages;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Kind kind = SignedIn.kindOf(path);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        if (path.equals(WayBack.signIn(kind)) || OPEN.stream().anyMatch(path::startsWith)) {
            chain.doFilter(request, response);
            return;
        }
        Duration wait = limits.ownPages().take(Visitor.of(request));
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return;
        }
        boolean reads = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        if (signedIn.present(kind).isEmpty()) {
            String asked = reads ? path + (request.getQueryString() == null ? "" : "?" + request.getQueryString()) : null;
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + WayBack.signInFor(kind, asked));
            return;
        }
        request.setCharacterEncoding("UTF-8");
        if (!reads && !signedIn.admits(request.getParameter(FORM))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }
}
