// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.selfservice.PortalSession.Kind;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A secret the browser keeps and no script reads; it is not sent along when another site makes the browser post here. */
record SessionCookie(String name, int seconds) {
    /** What proves that a code was asked for by this browser. */
    private static final int CODE_SECONDS = 15 * 60;
    /** Until the browser is closed; the session ends earlier by itself. */
    private static final int WHILE_OPEN = -1;

    static SessionCookie of(Kind kind) {
        return new SessionCookie(kind == Kind.CUSTOMER ? "moked.my" : "moked.business", WHILE_OPEN);
    }

    static SessionCookie ofCode(Kind kind) {
        return new SessionCookie(kind == Kind.CUSTOMER ? "moked.code" : "moked.business-code", CODE_SECONDS);
    }

    /** Of a code for something he does while he is signed in. */
    static SessionCookie ofAct(String name) {
        return new SessionCookie(name, CODE_SECONDS);
    }

    /** Empty when there is none. */
    String read(HttpServletRequest request) {
        for (Cookie cookie : request.getCookies() == null ? new Cookie[0] : request.getCookies()) {
            if (cookie.getName().equals(name)) {
                return cookie.getValue();
            }
        }
        return "";
    }

    void write(String value, HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = new Cookie(name, value);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setPath(request.getContextPath() + "/");
        cookie.setMaxAge(value.isEmpty() ? 0 : seconds);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
