// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.desk;

import il.moked.interaction.ejb.Drafting;
import il.moked.shared.BusinessException;
import il.moked.shared.ui.ActiveLocale;
import il.moked.shared.ui.Problems;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Takes what the agent is typing. Not a partial request of the page: it must also get through while the page is being
 * closed, never waits behind another request, and never draws anything.
 */
@WebServlet("/agent/draft")
public class DraftSaving extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    Drafting drafting;
    @Inject
    ActiveLocale locale;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            long id = Long.parseLong(request.getParameter("c"));
            drafting.save(id, request.getParameter("composition"), ComposerView.mode(request.getParameter("mode")), request.getParameter("text"));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (NumberFormatException notOne) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } catch (BusinessException refusal) {
            refuse(response, refusal, locale);
        }
    }

    /** 409 with the code, and its sentence in the reader's language. */
    static void refuse(HttpServletResponse response, BusinessException refusal, ActiveLocale locale) throws IOException {
        JsonObject body = Json.createObjectBuilder().add("code", refusal.code()).add("text", Problems.text(refusal, locale.getLocale())).build();
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        try (JsonWriter writer = Json.createWriter(response.getWriter())) {
            writer.writeObject(body);
        }
    }
}
