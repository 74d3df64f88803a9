// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge.portal;

import il.moked.knowledge.ejb.PublicArticles;
import il.moked.shared.OneJson;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Pages;
import il.moked.shared.portal.Visitor;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** {@code /help/suggest?q=}: what may help whoever is writing to us, for the script of the form. */
@Door(to = Door.Caller.ANYBODY)
@WebServlet("/help/suggest")
public class HelpSuggest extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int MOST = 3;
    private static final int LONGEST_QUESTION = 400;
    private static final int SHORTEST_QUESTION = 3;

    @Inject
    transient PublicArticles articles;
    @Inject
    transient Limits limits;
    @Inject
    transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Duration wait = limits.helps().take(Visitor.of(request));
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return;
        }
        String typed = request.getParameter("q") == null ? "" : request.getParameter("q").strip();
        JsonArrayBuilder found = OneJson.PROVIDER.createArrayBuilder();
        if (typed.length() >= SHORTEST_QUESTION) {
            articles.find(typed.substring(0, Math.min(typed.length(), LONGEST_QUESTION)), MOST)
                    .forEach(article -> found.add(OneJson.PROVIDER.createObjectBuilder().add("title", article.title()).add("address", request.getContextPath() + "/help/" + article.id() + "?text=" + article.language())));
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(OneJson.PROVIDER.createObjectBuilder().add("articles", found).build().toString());
    }
}
