// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.portal.Pages;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of one's own: what is not there, or is somebody else's, is not found; what is refused is told on the page it was asked on. */
abstract class OwnPage extends HttpServlet {
    private static final long serialVersionUID = 1;
    static final int UNPROCESSABLE = 422;
    /** Rows of a list. */
    static final int SIZE = 20;

    @Inject
    transient SignedIn signedIn;
    @Inject
    transient OwnWords words;
    @Inject
    transient Pages pages;

    @Override
    protected final void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        try {
            shown(signedIn.customer(), request, response);
        } catch (NotFoundException unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected final void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        long customer = signedIn.customer();
        try {
            posted(customer, request, response);
        } catch (NotFoundException unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (BusinessException refused) {
            words.refused(refused);
            response.setStatus(UNPROCESSABLE);
            again(customer, request, response);
        }
    }

    abstract void shown(long customer, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException;

    void posted(long customer, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    /** The page on which something was refused, with what was typed. */
    void again(long customer, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        shown(customer, request, response);
    }

    /** What follows the page's own address; null when it cannot be one of its parts. */
    static Matcher part(HttpServletRequest request, Pattern known) {
        Matcher path = known.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!path.matches()) {
            throw new NotFoundException("selfservice.unknown-page");
        }
        return path;
    }

    static void see(String path, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
