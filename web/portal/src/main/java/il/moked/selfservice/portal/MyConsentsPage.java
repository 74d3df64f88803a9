// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.customer.Consents;
import il.moked.customer.Customer;
import il.moked.selfservice.ejb.OwnConsents;
import il.moked.shared.portal.Door;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /my/consents}: everything one ever allowed and forbade, with the words. */
@Door(to = Door.Caller.CUSTOMER, reaches = Customer.class)
@WebServlet("/my/consents")
public class MyConsentsPage extends OwnPage {
    private static final long serialVersionUID = 1;

    @Inject
    transient MyConsentsView view;
    @Inject
    transient OwnConsents consents;

    @Override
    void shown(long customer, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        view.has(consents.said(customer, OwnCursor.read(request.getParameter("after")).map(cursor -> new Consents.Cursor(cursor.at(), cursor.id())).orElse(null)), request.getParameter("after") != null);
        pages.show("selfservice/my-consents", request, response);
    }
}
