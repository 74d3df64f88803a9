// SPDX-License-Identifier: Apache-2.0
package il.moked.order.portal;

import il.moked.interaction.Reference;
import il.moked.order.Orders;
import il.moked.order.SaleOrder;
import il.moked.order.ejb.SelfOrdering;
import il.moked.order.ejb.SelfOrdering.OwnOrder;
import il.moked.shared.NotFoundException;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /order/{number}/{code}}: how an order stands and where it is paid. Whoever knows both may see it; they are never guessed at speed. */
@Door(to = {Door.Caller.ANYBODY, Door.Caller.HOLDER}, reaches = SaleOrder.class)
@WebServlet({"/order", "/order/*"})
public class OrderPage extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_TYPED = 40;
    private static final Pattern ADDRESS = Pattern.compile("/(S\\d{1,18})/([0-9A-HJKMNP-TV-Z]{10})");
    /** So often a browser asks again while the page to pay on is being made. Seconds. */
    private static final String AGAIN = "2";

    @Inject
    transient SelfOrdering ordering;
    @Inject
    transient OrderView view;
    @Inject
    transient Limits limits;
    @Inject
    transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        String path = request.getPathInfo();
        if (path != null && path.length() > 1) {
            look(path, request, response);
        } else if (request.getParameter("number") != null) {
            find(request, response);
        } else {
            pages.show("order/order", request, response);
        }
    }

    private void find(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String number = typed(request.getParameter("number"));
        String code = typed(request.getParameter("code"));
        String address = "/" + Orders.normal(number) + "/" + Reference.normal(code);
        if (!ADDRESS.matcher(address).matches()) {
            view.unknown(number, code);
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            pages.show("order/order", request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/order" + address);
    }

    private static String typed(String value) {
        return value == null || value.length() > LONGEST_TYPED ? "" : value;
    }

    private void look(String path, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Duration wait = limits.trackings().take(Visitor.of(request));
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return;
        }
        Matcher address = ADDRESS.matcher(path);
        try {
            if (!address.matches()) {
                throw new NotFoundException("order.unknown");
            }
            OwnOrder order = ordering.get(address.group(1), address.group(2));
            view.shows(order, address.group(2), "placed".equals(request.getQueryString()));
            if (order.preparing()) {
                response.setHeader("Refresh", AGAIN);
            }
        } catch (NotFoundException unknown) {
            view.unknown(address.matches() ? address.group(1) : "", "");
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        pages.show("order/order", request, response);
    }
}
