// SPDX-License-Identifier: Apache-2.0
package il.moked.card.desk;

import il.moked.card.ejb.CustomerSearch;
import il.moked.channel.desk.Signs;
import il.moked.customer.SoughtCustomer;
import il.moked.interaction.ejb.Searching;
import il.moked.shared.BusinessException;
import il.moked.shared.ui.ActiveLocale;
import il.moked.shared.ui.Look;
import il.moked.shared.ui.Problems;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What the search of the top bar shows while somebody types: the first customers and the first conversations. Not a partial
 * request of the page, so that it waits behind no other and the browser can give up one that is out of date.
 */
@WebServlet("/agent/find")
public class FindDoor extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int CUSTOMERS = 6;
    private static final int CONVERSATIONS = 3;
    /** Several may be of one conversation. */
    private static final int MESSAGES = 12;

    @Inject
    CustomerSearch search;
    @Inject
    Searching texts;
    @Inject
    FoundWords words;
    @Inject
    Signs signs;
    @Inject
    Look look;
    @Inject
    ActiveLocale locale;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String typed = request.getParameter("q");
        JsonObjectBuilder body = Json.createObjectBuilder();
        try {
            body.add("customers", customers(typed)).add("conversations", conversations(typed));
        } catch (BusinessException refusal) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            body = Json.createObjectBuilder().add("code", refusal.code()).add("text", Problems.text(refusal, locale.getLocale()));
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        try (JsonWriter writer = Json.createWriter(response.getWriter())) {
            writer.writeObject(body.build());
        }
    }

    /** @throws BusinessException {@code customer.search-length} */
    private JsonArrayBuilder customers(String typed) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        for (CustomerSearch.Found found : search.find(typed, null, CUSTOMERS).rows()) {
            JsonArrayBuilder details = Json.createArrayBuilder();
            words.details(found).forEach(detail -> details.add(Json.createObjectBuilder().add("text", detail.text()).add("ltr", detail.leftToRight())));
            rows.add(Json.createObjectBuilder().add("to", "/agent/customer.xhtml?id=" + found.id()).add("sign", look.icon(words.sign(found))).add("name", found.name()).add("tag", words.tag(found)).add("details", details));
        }
        return rows;
    }

    private JsonArrayBuilder conversations(String typed) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        if (typed.strip().length() >= SoughtCustomer.SHORTEST) {
            texts.find(typed, null, MESSAGES).rows().stream().map(Searching.Found::line).distinct().limit(CONVERSATIONS).forEach(line -> {
                JsonArrayBuilder details = Json.createArrayBuilder();
                details.add(Json.createObjectBuilder().add("text", line.reference()).add("ltr", true));
                details.add(Json.createObjectBuilder().add("text", line.subject()).add("ltr", false));
                rows.add(Json.createObjectBuilder().add("to", "/agent/desk.xhtml?c=" + line.id()).add("sign", look.icon(signs.of(line.channel()))).add("name", line.customer()).add("tag", "").add("details", details));
            });
        }
        return rows;
    }
}
