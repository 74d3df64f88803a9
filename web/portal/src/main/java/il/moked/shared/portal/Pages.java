// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** The way from a servlet that has decided to the page that shows it. */
@ApplicationScoped
public class Pages {
    private static final String FOLDER = "/WEB-INF/site/";

    /** @param page area and name, for example {@code interaction/contact} */
    public void show(String page, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.getRequestDispatcher(FOLDER + page + ".xhtml").forward(request, response);
    }

    /** Asks the visitor to wait, on the page of that problem. */
    public void tooMany(Duration wait, HttpServletResponse response) throws IOException {
        retryAfter(wait, response);
        response.sendError(429);
    }

    public void retryAfter(Duration wait, HttpServletResponse response) {
        response.setHeader("Retry-After", Long.toString(seconds(wait)));
    }

    /** Whole seconds, at least one. */
    public static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
