// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.desk;

import il.moked.channel.ejb.DeadLetters;
import il.moked.shared.desk.Downloads;
import il.moked.shared.NotFoundException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A dead letter, byte for byte. */
@WebServlet("/admin/raw/*")
public class DeadLetterDownload extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    DeadLetters letters;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long id = Downloads.id(request.getPathInfo());
        try {
            Downloads.send(response, "dead-letter-" + id + ".txt", "application/octet-stream", letters.raw(id));
        } catch (NotFoundException unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
