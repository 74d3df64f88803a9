// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.desk;

import il.moked.interaction.ejb.ConversationReading;
import il.moked.shared.NotFoundException;
import il.moked.shared.desk.Downloads;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The mail behind a message, byte for byte as it came. Addressed by the message, so that nothing else of the inbox can be asked for. */
@WebServlet("/agent/raw/*")
public class RawDownload extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    ConversationReading reading;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long message = Downloads.id(request.getPathInfo());
        try {
            Downloads.send(response, "message-" + message + ".eml", "message/rfc822", reading.raw(message));
        } catch (NotFoundException unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
