// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.portal;

import il.moked.catalog.ejb.Shopping;
import il.moked.catalog.ejb.Shopping.Detail;
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
import java.util.Locale;

/** {@code /product/{sku}}: what it is, costs, whether it is there, and what helps with it. */
@Door(to = Door.Caller.ANYBODY)
@WebServlet("/product/*")
public class ProductPage extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int MOST_ARTICLES = 8;

    @Inject
    transient Shopping shop;
    @Inject
    transient PublicArticles articles;
    @Inject
    transient ProductView view;
    @Inject
    transient Buyer buyer;
    @Inject
    transient ActiveLocale locale;
    @Inject
    transient Limits limits;
    @Inject
    transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Duration wait = limits.shops().take(Visitor.of(request));
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return;
        }
        try {
            String path = request.getPathInfo();
            Detail detail = shop.get(buyer.customerId(), path == null || path.length() < 2 ? "" : path.substring(1).toUpperCase(Locale.ROOT));
            view.shows(detail, articles.about(detail.offered().sku(), locale.getLang(), MOST_ARTICLES));
            pages.show("catalog/product", request, response);
        } catch (NotFoundException unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
