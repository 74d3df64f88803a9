// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.desk;

import il.moked.interaction.ejb.ConversationReading;
import il.moked.shared.NotFoundException;
import il.moked.shared.desk.Downloads;
import il.moked.shared.ui.Look;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * One message with its remote images, as a page of its own in a frame: only here may an image come from elsewhere, and
 * nothing here may run. The desk itself never loads anything from a stranger.
 */
@WebServlet("/agent/mail/*")
public class MailFrame extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    ConversationReading reading;
    @Inject
    Look look;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Optional<String> html = reading.withImages(Downloads.id(request.getPathInfo()));
            if (html.isEmpty()) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setContentType("text/html");
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Content-Security-Policy", "default-src 'none'; img-src 'self' https: data:; style-src 'self'; font-src 'self'; frame-ancestors 'self'; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox");
            response.setHeader("Referrer-Policy", "no-referrer");
            String theme = request.getParameter("theme");
            PrintWriter page = response.getWriter();
            page.write("<!DOCTYPE html><html data-theme=\"" + ("dark".equals(theme) || "light".equals(theme) ? theme : "") + "\"><head><meta charset=\"UTF-8\"/><base target=\"_blank\"/>");
            for (String sheet : new String[] {"css/tokens.css", "css/base.css", "css/desk.css"}) {
                page.write("<link rel=\"stylesheet\" href=\"" + look.file(sheet) + "\"/>");
            }
            page.write("</head><body class=\"mail-frame\"><div class=\"msg__text\" dir=\"auto\">" + html.get() + "</div></body></html>");
        } catch (NotFoundException unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
