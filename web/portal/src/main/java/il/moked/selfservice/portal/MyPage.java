// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.customer.Customer;
import il.moked.selfservice.ejb.OwnContacts;
import il.moked.selfservice.ejb.OwnDetails;
import il.moked.selfservice.ejb.OwnMatters;
import il.moked.selfservice.ejb.OwnThings;
import il.moked.shared.portal.Door;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /my}: what waits, what was promised, what comes next. */
@Door(to = Door.Caller.CUSTOMER, reaches = Customer.class)
@WebServlet("/my")
public class MyPage extends OwnPage {
    private static final long serialVersionUID = 1;

    @Inject
    transient MyView view;
    @Inject
    transient OwnDetails details;
    @Inject
    transient OwnMatters matters;
    @Inject
    transient OwnContacts contacts;
    @Inject
    transient OwnThings things;

    @Override
    void shown(long customer, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        view.shows(details.of(customer), matters.live(customer), contacts.open(customer), things.pendingPromises(customer), things.appointmentsAhead(customer));
        pages.show("selfservice/home", request, response);
    }
}
