// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A provider that takes messages by HTTP and does before its answer what the test says. */
@WebServlet("/fake-sms")
public class FakeSmsGateway extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final List<JsonObject> TAKEN = new CopyOnWriteArrayList<>();
    private static volatile Consumer<String> beforeAnswer = id -> { };

    static List<JsonObject> taken() {
        return TAKEN;
    }

    /** Every time a message is taken it gets another id. */
    static String id(JsonObject message, int time) {
        return "fake-" + message.getString("ref") + "-" + time;
    }

    static void beforeAnswer(Consumer<String> step) {
        beforeAnswer = step;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonObject message = Json.createReader(request.getInputStream()).readObject();
        TAKEN.add(message);
        String id = id(message, (int) TAKEN.stream().filter(taken -> taken.getString("text").equals(message.getString("text"))).count());
        beforeAnswer.accept(id);
        response.setContentType("application/json");
        response.getWriter().write("{\"id\":\"" + id + "\"}");
    }
}
