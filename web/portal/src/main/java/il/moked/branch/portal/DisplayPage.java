// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import il.moked.branch.ejb.BranchBoard;
import il.moked.branch.ejb.BranchBoard.Display;
import il.moked.shared.OneJson;
import il.moked.shared.portal.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What hangs on the wall of the waiting room: numbers and counters, and nothing else of anybody. */
@ApplicationScoped
public class DisplayPage {
    @Inject
    DisplayView view;
    @Inject
    BranchBoard board;
    @Inject
    Pages pages;

    void get(String code, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        view.shows(board.display(code));
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        pages.show("branch/display", request, response);
    }

    /** The same for its script, which looks again whenever it is told to. */
    void state(String code, HttpServletResponse response) throws IOException {
        Display shown = board.display(code);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try (JsonWriter writer = OneJson.PROVIDER.createWriter(response.getWriter())) {
            writer.writeObject(json(shown).build());
        }
    }

    private static JsonObjectBuilder json(Display shown) {
        JsonArrayBuilder called = OneJson.PROVIDER.createArrayBuilder();
        shown.called().forEach(one -> called.add(OneJson.PROVIDER.createObjectBuilder().add("number", one.number()).add("counter", one.counter()).add("at", one.calledAt().toEpochMilli()).add("calls", one.calls())));
        JsonObjectBuilder body = OneJson.PROVIDER.createObjectBuilder().add("called", called).add("next", OneJson.PROVIDER.createArrayBuilder(shown.next())).add("waiting", shown.waiting()).add("now", shown.at().toEpochMilli());
        if (shown.minutes() != null) {
            body.add("minutes", shown.minutes());
        }
        return body;
    }
}
