// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.channel.Channel;
import il.moked.demo.ejb.DemoProfile;
import il.moked.shared.portal.Door;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/**
 * The demo's SMS provider: takes what the real gateway sends ({@code {to, from, text, ref}}), shows it on the lab's
 * telephone, and reports through the real webhook that it was delivered. Not there in any other profile, and only for
 * this very machine.
 */
@Door(to = Door.Caller.DEMO)
@WebServlet("/lab/provider/sms")
public class SmsProvider extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int LARGEST = 256 * 1024;

    @Inject
    transient DemoProfile demo;
    @Inject
    transient PhoneScreens screens;
    @Inject
    transient SmsLine line;
    @Inject
    transient Clock clock;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!demo.active() || !InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress() && !request.getRemoteAddr().equals(request.getLocalAddr())) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try (JsonReader reader = Json.createReader(new StringReader(new String(request.getInputStream().readNBytes(LARGEST), StandardCharsets.UTF_8)))) {
            JsonObject message = reader.readObject();
            String to = message.getString("to");
            screens.received(Channel.SMS, to, message.getString("from", ""), message.getString("text"), clock.instant());
            String id = "demo-" + message.getString("ref");
            response.setContentType("application/json");
            response.getOutputStream().write(Json.createObjectBuilder().add("id", id).build().toString().getBytes(StandardCharsets.UTF_8));
            line.delivered(id, to, "http://" + request.getLocalAddr() + ":" + request.getLocalPort());
        } catch (JsonException | NullPointerException | ClassCastException unclear) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
