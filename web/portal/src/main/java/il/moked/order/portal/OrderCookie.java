// SPDX-License-Identifier: Apache-2.0
package il.moked.order.portal;

import il.moked.order.ejb.SelfOrdering.Ticket;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which order somebody went to pay, for the way back from the provider's page: in his own browser, for an hour. */
final class OrderCookie {
    private static final String NAME = "moked.order";
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Pattern PLACE = Pattern.compile("S\\d{1,18}-[0-9A-HJKMNP-TV-Z]{10}");

    private OrderCookie() {
    }

    static void write(Ticket ticket, HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = new Cookie(NAME, ticket.number() + "-" + ticket.code());
        cookie.setPath(request.getContextPath() + "/pay");
        cookie.setMaxAge((int) KEPT.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    /** @return address of its page */
    static Optional<String> read(HttpServletRequest request) {
        return (request.getCookies() == null ? Stream.<Cookie>empty() : Arrays.stream(request.getCookies())).filter(cookie -> cookie.getName().equals(NAME)).map(Cookie::getValue).filter(value -> PLACE.matcher(value).matches()).findFirst()
                .map(value -> request.getContextPath() + "/order/" + value.replace('-', '/'));
    }
}
