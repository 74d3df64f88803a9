// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.order.Purchases;
import il.moked.order.SaleOrder;
import il.moked.selfservice.ejb.OwnPurchases;
import il.moked.shared.ejb.CrossedLocks;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.Limits;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /my/orders}: what he bought and where it stands; {@code /my/orders/{number}/pay} asks for the page to pay on, {@code /my/orders/invoice/{number}} is a document. */
@Door(to = Door.Caller.CUSTOMER, reaches = SaleOrder.class)
@WebServlet({"/my/orders", "/my/orders/*"})
public class MyOrdersPage extends OwnPage {
    private static final long serialVersionUID = 1;
    private static final Pattern PATH = Pattern.compile("|/|/invoice/([0-9A-Za-z-]{1,40})|/([0-9A-Za-z-]{1,40})(?:/(pay))?");

    @Inject
    transient MyOrdersView view;
    @Inject
    transient OwnPurchases purchases;
    @Inject
    transient Limits limits;

    @Override
    void shown(long customer, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Matcher path = part(request, PATH);
        if (path.group(1) != null) {
            view.reads(purchases.invoice(customer, path.group(1)));
            pages.show("selfservice/invoice", request, response);
        } else if (path.group(2) != null) {
            view.reads(purchases.order(customer, path.group(2)));
            pages.show("selfservice/purchase", request, response);
        } else {
            Purchases.Cursor after = OwnCursor.read(request.getParameter("after")).map(cursor -> new Purchases.Cursor(cursor.at(), cursor.id())).orElse(null);
            view.lists(purchases.orders(customer, after, SIZE), after == null ? purchases.documents(customer, null, SIZE).rows() : java.util.List.of());
            pages.show("selfservice/purchases", request, response);
        }
    }

    @Override
    void posted(long customer, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Matcher path = part(request, PATH);
        Duration wait = limits.lines().take("customer " + customer);
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
        } else if (path.group(3) == null) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            CrossedLocks.retried(() -> purchases.pay(customer, path.group(2)));
            see("/my/orders/" + path.group(2), request, response);
        }
    }
}
