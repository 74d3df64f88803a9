// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import il.moked.branch.ejb.LiveWaits.Listing;
import il.moked.catalog.ejb.Shopping;
import il.moked.catalog.portal.Buyer;
import il.moked.knowledge.ejb.PublicArticles;
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
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code /find?q=}: over all that the site has at once: what is sold, what helps, where we are. */
@Door(to = Door.Caller.ANYBODY)
@WebServlet("/find")
public class FindPage extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int MOST = 5;
    private static final int LONGEST_QUESTION = 80;

    @Inject
    transient FindView view;
    @Inject
    transient Shopping shop;
    @Inject
    transient Buyer buyer;
    @Inject
    transient PublicArticles articles;
    @Inject
    transient SiteFacts facts;
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
        String typed = request.getParameter("q") == null ? "" : request.getParameter("q").strip();
        String asked = typed.substring(0, Math.min(typed.length(), LONGEST_QUESTION));
        if (!asked.isEmpty()) {
            view.found(asked, shop.find(buyer.customerId(), asked, null, null, MOST).products(), articles.find(asked, MOST), branches(asked));
        }
        pages.show("channel/find", request, response);
    }

    private List<Listing> branches(String asked) {
        String words = asked.toLowerCase(Locale.ROOT);
        return facts.branches().stream().filter(branch -> Stream.of(branch.hebrewName(), branch.englishName(), branch.hebrewTown(), branch.englishTown(), branch.address()).anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words))).limit(MOST).toList();
    }
}
