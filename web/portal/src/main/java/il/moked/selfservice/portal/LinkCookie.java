// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What a browser keeps of one link: sent along to that link's pages and to no other, read by no script. */
record LinkCookie(String name, int seconds) {
    private static final int DAY = 24 * 60 * 60;
    private static final int CODE_SECONDS = 15 * 60;

    /** What opens the link. */
    static final LinkCookie TOKEN = new LinkCookie("moked.link", DAY);
    /** That a code was asked for here. */
    static final LinkCookie CODE = new LinkCookie("moked.link-code", CODE_SECONDS);
    /** That whoever sits here proved himself. */
    static final LinkCookie PROOF = new LinkCookie("moked.link-proof", DAY);

    /** Empty when there is none. */
    String read(HttpServletRequest request) {
        for (Cookie cookie : request.getCookies() == null ? new Cookie[0] : request.getCookies()) {
            if (cookie.getName().equals(name)) {
                return cookie.getValue();
            }
        }
        return "";
    }

    void write(String value, String reference, HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = new Cookie(name, value);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setPath(request.getContextPath() + "/link/" + reference);
        cookie.setMaxAge(value.isEmpty() ? 0 : seconds);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
