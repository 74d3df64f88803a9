// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.company.ejb.CompanyInvoices;
import il.moked.company.ejb.CompanySigningIn.Person;
import il.moked.order.Invoice;
import il.moked.shared.portal.Door;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** {@code /business/invoices}: what the company was charged. */
@Door(to = Door.Caller.COMPANY, reaches = Invoice.class)
@WebServlet("/business/invoices")
public class CompanyInvoicesPage extends BusinessPage {
    private static final long serialVersionUID = 1;

    @Inject
    transient CompanyInvoices invoices;
    @Inject
    transient CompanyInvoicesView shown;

    @Override
    void show(Person person, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        shown.shows(invoices.of(person.userId(), moment(request.getParameter("at")), number(request.getParameter("before"))));
        pages.show("company/invoices", request, response);
    }

    private static Instant moment(String given) {
        try {
            return given == null || given.isBlank() ? null : Instant.parse(given);
        } catch (DateTimeException notOne) {
            return null;
        }
    }
}
