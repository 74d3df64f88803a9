// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.casework.CaseLine;
import il.moked.casework.ServiceCase;
import il.moked.selfservice.ejb.OwnMatters;
import il.moked.shared.portal.Door;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /my/matters}: what is worked on, its stage and its clock; of each the visits of technicians. */
@Door(to = Door.Caller.CUSTOMER, reaches = ServiceCase.class)
@WebServlet({"/my/matters", "/my/matters/*"})
public class MyMattersPage extends OwnPage {
    private static final long serialVersionUID = 1;
    private static final Pattern PATH = Pattern.compile("|/|/([0-9A-Za-z-]{1,20})");

    @Inject
    transient MyMattersView view;
    @Inject
    transient OwnMatters matters;

    @Override
    void shown(long customer, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Matcher path = part(request, PATH);
        if (path.group(1) != null) {
            view.reads(matters.get(customer, path.group(1)));
            pages.show("selfservice/matter", request, response);
            return;
        }
        CaseLine.Cursor after = OwnCursor.read(request.getParameter("after")).map(cursor -> new CaseLine.Cursor(cursor.at(), cursor.id())).orElse(null);
        view.lists(matters.list(customer, after, SIZE));
        pages.show("selfservice/matters", request, response);
    }
}
