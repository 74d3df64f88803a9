// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge.portal;

import il.moked.knowledge.ejb.PublicArticles;
import il.moked.shared.NotFoundException;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Pages;
import il.moked.shared.portal.Visitor;
import il.moked.shared.ui.ActiveLocale;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;

/** Help before a contact: public articles are looked for ({@code ?q=}) and read ({@code /help/17}, in another language than the page's with {@code ?text=he}). */
@Door(to = Door.Caller.ANYBODY)
@WebServlet({"/help", "/help/*"})
public class HelpPage extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int MOST = 10;
    private static final int LONGEST_QUESTION = 400;
    private static final Pattern ARTICLE = Pattern.compile("/[1-9]\\d{0,17}");

    @Inject
    transient PublicArticles articles;
    @Inject
    transient HelpView view;
    @Inject
    transient ActiveLocale locale;
    @Inject
    transient Limits limits;
    @Inject
    transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Duration wait = limits.helps().take(Visitor.of(request));
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return;
        }
        String path = request.getPathInfo();
        if (path != null && path.length() > 1) {
            read(path, request, response);
            return;
        }
        String typed = request.getParameter("q");
        String asked = typed == null ? "" : typed.strip();
        if (asked.length() > LONGEST_QUESTION) {
            asked = asked.substring(0, LONGEST_QUESTION);
        }
        view.found(asked, asked.isEmpty() ? articles.newest(locale.getLang(), MOST) : articles.find(asked, MOST));
        pages.show("knowledge/help", request, response);
    }

    private void read(String path, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        try {
            if (!ARTICLE.matcher(path).matches()) {
                throw new NotFoundException("knowledge.unknown");
            }
            String text = request.getParameter("text");
            view.read(articles.read(Long.parseLong(path.substring(1)), text == null ? locale.getLang() : text));
        } catch (NotFoundException unknown) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        pages.show("knowledge/article", request, response);
    }
}
