// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ui;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code ?lang=he} or {@code ?lang=en} on any page remembers the language for a year and shows the page again without it.
 * A plain link, so it works before sign-in, without scripts, and in a message to a customer. Before sign-in the server
 * shows the sign-in page in place of the page asked for, without passing any filter on the way: that forward is heard too.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true, dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.FORWARD})
public class LanguageSwitch extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final int YEAR_SECONDS = 365 * 24 * 60 * 60;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean inPlace = request.getDispatcherType() == DispatcherType.FORWARD;
        String query = inPlace ? (String) request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING) : request.getQueryString();
        Optional<Language> chosen = "GET".equals(request.getMethod()) ? chosenIn(query) : Optional.empty();
        if (chosen.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Cookie cookie = new Cookie(ActiveLocale.LANGUAGE_COOKIE, chosen.get().code());
        cookie.setPath("/");
        cookie.setMaxAge(YEAR_SECONDS);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        String path = inPlace ? (String) request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) : request.getRequestURI();
        response.sendRedirect(withoutLanguage(path, query));
    }

    /** The language that {@code hl} asks for, for this page alone: whoever keeps no cookies, such as a search engine, reads it by its own address. */
    static Optional<Language> writtenIn(String query) {
        return query == null ? Optional.empty() : Arrays.stream(query.split("&")).filter(part -> part.startsWith("hl=")).findFirst().flatMap(part -> Language.of(part.substring("hl=".length())));
    }

    // Read from the query and not by getParameter: that would consume the body of other requests.
    static Optional<Language> chosenIn(String query) {
        if (query == null || !query.contains("lang=")) {
            return Optional.empty();
        }
        return Arrays.stream(query.split("&"))
                .filter(part -> part.startsWith("lang="))
                .findFirst()
                .flatMap(part -> Language.of(part.substring("lang=".length())));
    }

    static String addressFor(Language language, String query) {
        String rest = others(query);
        return (rest.isEmpty() ? "?" : "?" + rest + "&") + "lang=" + language.code();
    }

    /** One leading slash only: two would name another host. */
    static String withoutLanguage(String path, String query) {
        String local = "/" + path.replaceFirst("^[/\\\\]+", "");
        String rest = others(query);
        return rest.isEmpty() ? local : local + "?" + rest;
    }

    private static String others(String query) {
        return query == null ? "" : Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith("lang=") && !part.startsWith("hl="))
                .collect(Collectors.joining("&"));
    }
}
