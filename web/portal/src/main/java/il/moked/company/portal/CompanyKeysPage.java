// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.company.CompanyKey;
import il.moked.company.ejb.CompanyAdministering;
import il.moked.company.ejb.CompanySigningIn.Person;
import il.moked.shared.NotFoundException;
import il.moked.shared.portal.Door;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /business/keys}: by which the company's programs ask; for its administrator. A new one is shown in the answer to the form that made it, and never again. */
@Door(to = Door.Caller.COMPANY, reaches = CompanyKey.class)
@WebServlet("/business/keys/*")
public class CompanyKeysPage extends BusinessPage {
    private static final long serialVersionUID = 1;
    private static final Pattern PATH = Pattern.compile("/(?:([0-9]{1,18})/revoke)?");

    @Inject
    transient CompanyAdministering administering;
    @Inject
    transient CompanyKeysView keys;

    private static Matcher path(HttpServletRequest request) {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "/" : request.getPathInfo());
        if (!path.matches()) {
            throw new NotFoundException("company.unknown-key");
        }
        return path;
    }

    @Override
    void show(Person person, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        path(request);
        keys.shows(administering.keys(person.userId()));
        pages.show("company/keys", request, response);
    }

    @Override
    String act(Person person, String reference, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Matcher path = path(request);
        if (path.group(1) != null) {
            administering.revoke(person.userId(), number(path.group(1)));
            return "/business/keys?done=revoked";
        }
        keys.made(administering.newKey(person.userId(), request.getParameter("name")).secret());
        show(person, request, response);
        return null;
    }
}
