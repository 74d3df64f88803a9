// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.company.CompanyGrant;
import il.moked.company.CompanyUser;
import il.moked.company.Permission;
import il.moked.company.ejb.CompanyAdministering;
import il.moked.company.ejb.CompanySigningIn.Person;
import il.moked.shared.NotFoundException;
import il.moked.shared.OneOf;
import il.moked.shared.portal.Door;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /business/people}: who of the company is let in and what each may do; for its administrator. */
@Door(to = Door.Caller.COMPANY, reaches = CompanyUser.class)
@WebServlet("/business/people/*")
public class CompanyPeoplePage extends BusinessPage {
    private static final long serialVersionUID = 1;
    private static final Pattern PATH = Pattern.compile("/(?:(new)|([0-9]{1,18})(/again)?)?");

    @Inject
    transient CompanyAdministering administering;
    @Inject
    transient CompanyPeopleView people;

    private static Matcher path(HttpServletRequest request) {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "/" : request.getPathInfo());
        if (!path.matches()) {
            throw new NotFoundException("company.unknown-user");
        }
        return path;
    }

    @Override
    void show(Person person, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Matcher path = path(request);
        people.shows(administering.users(person.userId()), administering.sites(person.userId()), path.group(1) != null, number(path.group(2)));
        pages.show(path.group(1) != null || path.group(2) != null ? "company/person" : "company/people", request, response);
    }

    @Override
    String act(Person person, String reference, HttpServletRequest request, HttpServletResponse response) {
        Matcher path = path(request);
        if (path.group(3) != null) {
            administering.inviteAgain(person.userId(), number(path.group(2)));
            return "/business/people?done=invited";
        }
        CompanyUser.Person typed = new CompanyUser.Person(request.getParameter("name"), path.group(2) == null ? request.getParameter("email") : people.email(administering.users(person.userId()), number(path.group(2))), request.getParameter("phone"), request.getParameter("language"));
        Set<CompanyGrant> grants = grants(request.getParameterValues("may"));
        if (path.group(1) != null) {
            administering.invite(person.userId(), typed, grants);
            return "/business/people?done=invited";
        }
        if (path.group(2) == null) {
            throw new NotFoundException("company.unknown-user");
        }
        Long seen = number(request.getParameter("version"));
        administering.change(person.userId(), number(path.group(2)), seen == null ? -1 : seen.intValue(), typed, grants, "yes".equals(request.getParameter("active")));
        return "/business/people?done=saved";
    }

    /** Each is written {@code site:PERMISSION}. */
    private static Set<CompanyGrant> grants(String[] chosen) {
        Set<CompanyGrant> grants = new HashSet<>();
        for (String each : chosen == null ? new String[0] : chosen) {
            String[] parts = each.split(":", 2);
            grants.add(new CompanyGrant(number(parts[0]), OneOf.needed(Permission.class, parts.length == 2 ? parts[1] : null)));
        }
        return grants;
    }
}
