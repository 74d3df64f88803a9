// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.demo.ejb.DemoProfile;
import il.moked.shared.portal.Door;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The interface of the demo's payment provider, as the real gateway calls it. Not there in any other profile, and only for this very machine. */
@Door(to = Door.Caller.DEMO)
@WebServlet("/lab/pay/api/*")
public class DemoTillDoor extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String SESSIONS = "/v1/checkout/sessions";
    private static final String REFUNDS = "/v1/refunds";
    private static final String EXPIRE = "/expire";

    @Inject
    transient DemoProfile demo;
    @Inject
    transient DemoTill till;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean own = InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress() || request.getRemoteAddr().equals(request.getLocalAddr());
        if (!demo.active() || !own || request.getHeader("Authorization") == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        boolean post = "POST".equals(request.getMethod());
        try {
            answer(post ? posted(path, request) : read(path, request), response);
        } catch (NumberFormatException | NullPointerException unclear) {
            answer(Optional.empty(), response);
        }
    }

    private Optional<JsonObject> posted(String path, HttpServletRequest request) {
        Map<String, String> form = request.getParameterMap().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue()[0]));
        String key = request.getHeader("Idempotency-Key");
        if (path.equals(SESSIONS)) {
            return Optional.of(till.open(form, key, DemoProviders.portal(request)));
        }
        if (path.equals(REFUNDS)) {
            return till.refund(form, key);
        }
        return path.startsWith(SESSIONS) && path.endsWith(EXPIRE) ? till.end(path.substring(SESSIONS.length() + 1, path.length() - EXPIRE.length()), "expired").map(DemoTill.Page::json) : Optional.empty();
    }

    private Optional<JsonObject> read(String path, HttpServletRequest request) {
        if (path.equals(REFUNDS)) {
            return Optional.of(Json.createObjectBuilder().add("object", "list").add("data", Json.createArrayBuilder(till.refundsOf(request.getParameter("payment_intent")))).build());
        }
        return path.startsWith(SESSIONS + "/") ? till.page(path.substring(SESSIONS.length() + 1)).map(DemoTill.Page::json) : Optional.empty();
    }

    private static void answer(Optional<JsonObject> found, HttpServletResponse response) throws IOException {
        response.setStatus(found.isPresent() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("application/json");
        response.getOutputStream().write(found.orElseGet(() -> Json.createObjectBuilder().add("error", Json.createObjectBuilder().add("type", "invalid_request_error")).build()).toString().getBytes(StandardCharsets.UTF_8));
    }
}
