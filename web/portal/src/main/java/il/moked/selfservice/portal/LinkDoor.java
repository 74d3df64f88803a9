// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.selfservice.SecureLink;
import il.moked.selfservice.ejb.OwnLink;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Pages;
import il.moked.shared.portal.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code /l/{token}}: what a customer was sent. Its token goes into a cookie of that link alone and out of the address, so that neither
 * the history, nor a page it leads to, nor a picture of the screen holds it.
 */
@Door(to = Door.Caller.HOLDER, reaches = SecureLink.class)
@WebServlet("/l/*")
public class LinkDoor extends HttpServlet {
    static final String GONE = "selfservice/link-gone";
    private static final long serialVersionUID = 1;
    private static final Pattern TOKEN = Pattern.compile("/[A-Za-z0-9_-]{43}");

    @Inject
    transient OwnLink own;
    @Inject
    transient Limits limits;
    @Inject
    transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        Duration wait = limits.links().take(Visitor.of(request));
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return;
        }
        String token = Optional.ofNullable(request.getPathInfo()).filter(path -> TOKEN.matcher(path).matches()).map(path -> path.substring(1)).orElse("");
        Optional<String> reference = own.named(token);
        if (reference.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            pages.show(GONE, request, response);
            return;
        }
        LinkCookie.TOKEN.write(token, reference.get(), request, response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/link/" + reference.get());
    }
}
