// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.agreement.Agreement;
import il.moked.company.ejb.CompanyContracts;
import il.moked.company.ejb.CompanySigningIn.Person;
import il.moked.shared.portal.Door;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /business/contracts}: what is left of what contracts entitle to, and which times were kept. */
@Door(to = Door.Caller.COMPANY, reaches = Agreement.class)
@WebServlet("/business/contracts")
public class CompanyContractsPage extends BusinessPage {
    private static final long serialVersionUID = 1;

    @Inject
    transient CompanyContracts contracts;
    @Inject
    transient CompanyContractsView shown;

    @Override
    void show(Person person, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        shown.shows(contracts.of(person.userId()));
        pages.show("company/contracts", request, response);
    }
}
