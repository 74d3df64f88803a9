// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import il.moked.channel.ejb.Reception;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Hands in, behind the doors, what no door lets through: a form that nobody can read. */
@WebServlet("/broken-form")
public class BrokenForm extends HttpServlet {
    static final String TEXT = "{broken: שבור";
    private static final long serialVersionUID = 1;

    @Inject
    transient Reception reception;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        reception.receive("form", request.getParameter("id"), request.getParameter("sender"), TEXT.getBytes(StandardCharsets.UTF_8));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
