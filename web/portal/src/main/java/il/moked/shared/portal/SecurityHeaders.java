// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.portal;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.Set;

/**
 * Headers of everything that leaves the portal: only own scripts, styles and connections; framed by nobody else, but for
 * the chat window, which the sites of {@code moked.portal.chat-origins} may show; nothing personal kept by a cache; no file
 * that was not meant to be asked for.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SecurityHeaders extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    private static final Pattern FILES = Pattern.compile("/(moked/(css|js|images|fonts)|portal)(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");
    private static final Pattern PAGES = Pattern.compile("(?i)\\.xhtml|jakarta\\.faces|j_security_check|web-inf|meta-inf|[;\\\\]|%2f|%5c|/\\.");
    private static final Set<String> EMPTY_FORMS = Set.of("/", "/contact", "/complaint", "/fault");

    @Inject
    transient ChatOrigins origins;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean chat = path.equals("/chat") || path.startsWith("/chat/");
        response.setHeader("Content-Security-Policy", chat ? POLICY + origins.forPolicy() : POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Permitted-Cross-Domain-Policies", "none");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", chat ? "cross-origin" : "same-origin");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        caching(path).ifPresent(rule -> response.setHeader("Cache-Control", rule));
        if (published(path)) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Cache-Control", "no-store");
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Of the files that lie beside the pages, those of these folders are for everybody; pages, their parts and templates are reached by the servlet that shows them and by no address. */
    private static boolean published(String path) {
        if (path.startsWith("/moked") || path.startsWith("/portal")) {
            return FILES.matcher(path).matches();
        }
        return !PAGES.matcher(path).find();
    }

    /**
     * A page that holds nothing but an empty form may be kept by the browser that showed it: "back" then gives back what
     * was typed. Files of the design system carry their own rule.
     */
    private static Optional<String> caching(String path) {
        if (path.startsWith("/moked/")) {
            return Optional.empty();
        }
        if (path.startsWith("/portal/") || path.endsWith(".js")) {
            return Optional.of("public, max-age=300");
        }
        return Optional.of(EMPTY_FORMS.contains(path) ? "private, no-cache" : "no-store");
    }
}
