// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.desk;

import il.moked.interaction.Attachment;
import il.moked.interaction.ejb.ConversationReading;
import il.moked.shared.NotFoundException;
import il.moked.shared.desk.Downloads;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A file of a message or of a draft. */
@WebServlet("/agent/files/*")
public class FileDownload extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    ConversationReading reading;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Attachment file = reading.file(Downloads.id(request.getPathInfo()));
            Downloads.send(response, file.fileName() == null ? "file" : file.fileName(), file.contentType(), file.content());
        } catch (NotFoundException unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
