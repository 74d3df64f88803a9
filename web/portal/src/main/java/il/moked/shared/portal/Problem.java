// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.portal;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/** Shows whatever went wrong in the visitor's language, with what to do next and without a word of what happened inside. */
@Door(to = Door.Caller.ANYBODY)
@WebServlet(urlPatterns = "/problem", asyncSupported = true)
public class Problem extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    transient ProblemView view;
    @Inject
    transient Pages pages;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (status == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        view.is(status == null ? HttpServletResponse.SC_NOT_FOUND : status, response.getHeader("Retry-After"));
        response.setHeader("Cache-Control", "no-store");
        pages.show("shared/problem", new Emptied(request), response);
    }

    /** The body of a request that failed may be what failed: nothing reads it again. */
    private static class Emptied extends HttpServletRequestWrapper {
        Emptied(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String[] getParameterValues(String name) {
            return null;
        }
    }
}
