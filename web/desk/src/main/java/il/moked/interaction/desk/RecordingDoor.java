// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.desk;

import il.moked.interaction.ejb.Recordings;
import il.moked.shared.NotFoundException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The way to a recording, which lies elsewhere: whether he may hear it is asked, and that he did is written down, before the browser learns where. */
@WebServlet("/agent/recording/*")
public class RecordingDoor extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final Pattern PATH = Pattern.compile("/(\\d{1,18})/(\\d{1,4})");

    @Inject
    transient Recordings recordings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        String from = request.getHeader("Sec-Fetch-Site");
        if (!path.matches() || from != null && !from.equals("same-origin") && !from.equals("none")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            String link = recordings.open(Long.parseLong(path.group(1)), Integer.parseInt(path.group(2)));
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", link);
        } catch (NotFoundException unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
