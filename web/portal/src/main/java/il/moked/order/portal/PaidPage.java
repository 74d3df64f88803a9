// SPDX-License-Identifier: Apache-2.0
package il.moked.order.portal;

import il.moked.shared.portal.Pages;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Where a customer comes back to from the provider's page. It says nothing of the payment: whoever has the address is not known, and only the provider's own word counts. */
@WebServlet("/pay")
public class PaidPage extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        pages.show("order/paid", request, response);
    }
}
