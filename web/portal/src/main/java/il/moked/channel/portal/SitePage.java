// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import il.moked.shared.portal.Door;
import il.moked.shared.portal.Pages;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The first page: how to reach the organisation. */
@Door(to = Door.Caller.ANYBODY)
@WebServlet("")
public class SitePage extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        pages.show("channel/site", request, response);
    }
}
