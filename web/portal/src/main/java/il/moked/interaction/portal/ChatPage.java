// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.shared.portal.Door;
import il.moked.shared.portal.Pages;
import il.moked.shared.ui.ActiveLocale;
import il.moked.shared.ui.Language;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The chat window, alone or framed by the site that embeds it. Its language is in the address and not in a cookie: a
 * frame on another site has none.
 */
@Door(to = Door.Caller.ANYBODY)
@WebServlet({"/chat", "/chat/", "/chat/he", "/chat/en"})
public class ChatPage extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    transient ChatView view;
    @Inject
    transient ActiveLocale activeLocale;
    @Inject
    transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String path = request.getServletPath();
        Language language = Language.of(path.substring(path.lastIndexOf('/') + 1)).orElse(null);
        if (language == null) {
            response.sendRedirect(request.getContextPath() + "/chat/" + activeLocale.getLang());
            return;
        }
        view.speaks(language);
        response.setHeader("X-Robots-Tag", "noindex");
        pages.show("interaction/chat", request, response);
    }
}
