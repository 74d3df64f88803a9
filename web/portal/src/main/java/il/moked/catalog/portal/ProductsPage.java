// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.portal;

import il.moked.catalog.Product;
import il.moked.catalog.ejb.Shopping;
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
import java.util.Locale;

/** {@code /products?q=&shelf=&after=}: what is sold today, page by page. */
@Door(to = Door.Caller.ANYBODY)
@WebServlet("/products")
public class ProductsPage extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int A_PAGE = 12;
    private static final int LONGEST_QUESTION = 80;

    @Inject
    transient Shopping shop;
    @Inject
    transient ProductsView view;
    @Inject
    transient Buyer buyer;
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
        String asked = request.getParameter("q") == null ? "" : request.getParameter("q").strip();
        asked = asked.substring(0, Math.min(asked.length(), LONGEST_QUESTION));
        String shelf = request.getParameter("shelf") == null || request.getParameter("shelf").isBlank() ? null : request.getParameter("shelf");
        String after = request.getParameter("after") == null ? null : request.getParameter("after").toUpperCase(Locale.ROOT);
        view.found(asked, shelf, shop.shelves(), shop.find(buyer.customerId(), asked, shelf, after != null && Product.SKU.matcher(after).matches() ? after : null, A_PAGE));
        pages.show("catalog/products", request, response);
    }
}
