// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.promise.Promise;
import il.moked.promise.PromiseLine;
import il.moked.selfservice.ejb.OwnThings;
import il.moked.shared.portal.Door;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /my/products}, {@code /my/promises} and {@code /my/appointments}. */
@Door(to = Door.Caller.CUSTOMER, reaches = Promise.class)
@WebServlet({"/my/products", "/my/promises", "/my/appointments"})
public class MyThingsPage extends OwnPage {
    private static final long serialVersionUID = 1;

    @Inject
    transient MyThingsView view;
    @Inject
    transient OwnThings things;

    @Override
    void shown(long customer, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String page = request.getServletPath().substring("/my/".length());
        switch (page) {
            case "products" -> view.has(things.products(customer, words.language()));
            case "promises" -> view.wasPromised(things.promises(customer, OwnCursor.read(request.getParameter("after")).map(cursor -> new PromiseLine.Cursor(cursor.at(), cursor.id())).orElse(null), SIZE));
            default -> view.comes(things.appointments(customer));
        }
        pages.show("selfservice/" + page, request, response);
    }
}
