// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.company.CompanyUser;
import il.moked.company.ejb.CompanyCalls;
import il.moked.company.ejb.CompanySigningIn.Person;
import il.moked.shared.portal.Door;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /business}: what is open, and the way to everything else. */
@Door(to = Door.Caller.COMPANY, reaches = CompanyUser.class)
@WebServlet("/business")
public class CompanyHomePage extends BusinessPage {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 5;

    @Inject
    transient CompanyCalls calls;
    @Inject
    transient CompanyCallsView list;

    @Override
    void show(Person person, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (person.sees()) {
            list.shows(calls.list(person.userId(), true, null, null, SHOWN), calls.sites(person.userId()), calls.faults(), null, true);
        }
        pages.show("company/home", request, response);
    }
}
