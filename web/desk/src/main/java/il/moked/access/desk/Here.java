// SPDX-License-Identifier: Apache-2.0
package il.moked.access.desk;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Tells a page whose socket was refused whether it is still signed in: 204, or 401 by {@link SignInAgain}. */
@WebServlet("/agent/here")
public class Here extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
