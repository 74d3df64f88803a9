// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.company.CompanySite;
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
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /business/sites}: the places the company is in; for its administrator. */
@Door(to = Door.Caller.COMPANY, reaches = CompanySite.class)
@WebServlet("/business/sites/*")
public class CompanySitesPage extends BusinessPage {
    private static final long serialVersionUID = 1;
    private static final Pattern PATH = Pattern.compile("/(?:(new)|([0-9]{1,18}))?");

    @Inject
    transient CompanyAdministering administering;
    @Inject
    transient CompanySitesView sites;

    private static Matcher path(HttpServletRequest request) {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "/" : request.getPathInfo());
        if (!path.matches()) {
            throw new NotFoundException("company.unknown-site");
        }
        return path;
    }

    @Override
    void show(Person person, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Matcher path = path(request);
        boolean one = path.group(1) != null || path.group(2) != null;
        sites.shows(administering.sites(person.userId()), one ? administering.branches(person.userId()) : List.of(), number(path.group(2)));
        pages.show(one ? "company/place" : "company/places", request, response);
    }

    @Override
    String act(Person person, String reference, HttpServletRequest request, HttpServletResponse response) {
        Matcher path = path(request);
        if (path.group(1) == null && path.group(2) == null) {
            throw new NotFoundException("company.unknown-site");
        }
        Long seen = number(request.getParameter("version"));
        CompanySite.Facts facts = new CompanySite.Facts(request.getParameter("name"), request.getParameter("address"), number(request.getParameter("branch")), request.getParameter("number"));
        administering.saveSite(person.userId(), number(path.group(2)), seen == null ? -1 : seen.intValue(), facts, path.group(1) != null || "yes".equals(request.getParameter("active")));
        return "/business/sites?done=saved";
    }
}
