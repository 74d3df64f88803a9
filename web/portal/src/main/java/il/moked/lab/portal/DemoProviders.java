// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.channel.Channel;
import il.moked.channel.jms.social.Signatures;
import il.moked.channel.jms.social.SocialSecrets;
import il.moked.channel.jms.social.Wire;
import il.moked.demo.ejb.DemoProfile;
import il.moked.shared.portal.Door;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The providers of a demo: they take what the real gateways send, show it on the lab's telephone and report as the real ones do. Not there in any
 * other profile, and only for who has the demo's own token.
 */
@Door(to = Door.Caller.DEMO)
@WebServlet("/lab/provider/*")
@MultipartConfig(fileSizeThreshold = 256 * 1024, maxRequestSize = 60L * 1024 * 1024)
public class DemoProviders extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int LARGEST = 256 * 1024;
    private static final String BANK = "bank";
    /** The ids of pictures that the demo's WhatsApp has begin so; they are all one pixel of the demo's colour. */
    static final String PICTURE_ID = "lab-picture";
    private static final String PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGPgzssAAAFpAOKrmcbkAAAAAElFTkSuQmCC";

    @Inject
    transient DemoProfile demo;
    @Inject
    transient SocialSecrets secrets;
    @Inject
    transient PhoneScreens screens;
    @Inject
    transient WhatsAppLine whatsApp;
    @Inject
    transient MessengerLine messenger;
    @Inject
    transient TelegramLine telegram;
    @Inject
    transient Clock clock;

    /** A picture that a played customer sent: about it by its id, then the picture itself. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        if (!demo.active() || !path.matches("/whatsapp/(file/)?" + PICTURE_ID + "[\\w-]*") || !known(path, request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (path.startsWith("/whatsapp/file/")) {
            response.setContentType("image/png");
            response.getOutputStream().write(Base64.getDecoder().decode(PICTURE));
        } else {
            String address = portal(request) + request.getContextPath() + "/lab/provider/whatsapp/file" + path.substring("/whatsapp".length());
            answer(HttpServletResponse.SC_OK, Json.createObjectBuilder().add("messaging_product", "whatsapp").add("url", address).add("mime_type", "image/png").build(), response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        if (!demo.active()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!known(path, request)) {
            answer(HttpServletResponse.SC_UNAUTHORIZED, Json.createObjectBuilder().add("error", Json.createObjectBuilder().add("code", 190).add("message", "Invalid token")).build(), response);
        } else if (path.startsWith("/whatsapp/") && path.endsWith("/media")) {
            answer(HttpServletResponse.SC_OK, Json.createObjectBuilder().add("id", uploaded(request, "file")).build(), response);
        } else if (path.startsWith("/whatsapp/")) {
            whatsApp(read(request), request, response);
        } else if (path.startsWith("/messenger/")) {
            messenger(read(request), request, response);
        } else if (path.startsWith("/telegram/")) {
            telegram(path, request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private boolean known(String path, HttpServletRequest request) {
        if (path.startsWith("/telegram/")) {
            String[] parts = path.split("/", -1);
            return token(TelegramLine.ACCOUNT).filter(token -> Signatures.equal("bot" + token, parts[2])).isPresent();
        }
        String account = path.startsWith("/whatsapp/") ? WhatsAppLine.ACCOUNT : MessengerLine.ACCOUNT;
        return token(account).filter(token -> Signatures.equal("Bearer " + token, request.getHeader("Authorization"))).isPresent();
    }

    private Optional<String> token(String account) {
        return secrets.of(account, SocialSecrets.ACCESS_TOKEN);
    }

    private void whatsApp(JsonObject body, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String to = Wire.text(body, "to").or(() -> Wire.text(body, "recipient")).orElse("");
        String type = Wire.text(body, "type").orElse("");
        JsonObject content = Wire.object(body, type);
        String shown = switch (type) {
            case "text" -> Wire.text(content, "body").orElse("");
            case "template" -> template(content);
            default -> file(Wire.text(content, "filename").orElse(type));
        };
        String id = "wamid." + UUID.randomUUID();
        screens.received(Channel.WHATSAPP, to, BANK, shown, clock.instant());
        answer(HttpServletResponse.SC_OK, Json.createObjectBuilder().add("messaging_product", "whatsapp").add("contacts", Json.createArrayBuilder().add(Json.createObjectBuilder().add("input", to).add("wa_id", to)))
                .add("messages", Json.createArrayBuilder().add(Json.createObjectBuilder().add("id", id))).build(), response);
        whatsApp.took(id, to, portal(request));
    }

    /** The provider knows the approved text; here its name and what stands in its places must do. */
    private static String template(JsonObject content) {
        StringBuilder shown = new StringBuilder(Wire.text(content, "name").orElse(""));
        Wire.objects(content, "components").forEach(component -> Wire.objects(component, "parameters").forEach(parameter -> shown.append(" · ").append(Wire.text(parameter, "text").orElse(""))));
        return shown.toString();
    }

    private void messenger(JsonObject body, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String to = Wire.text(Wire.object(body, "recipient"), "id").orElse("");
        String id = "m_" + UUID.randomUUID();
        screens.received(Channel.MESSENGER, to, BANK, Wire.text(Wire.object(body, "message"), "text").orElse(""), clock.instant());
        answer(HttpServletResponse.SC_OK, Json.createObjectBuilder().add("recipient_id", to).add("message_id", id).build(), response);
        messenger.took(id, to, portal(request));
    }

    private void telegram(String path, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        boolean text = path.endsWith("/sendMessage");
        JsonObject body = text ? read(request) : Json.createObjectBuilder().add("chat_id", String.valueOf(request.getParameter("chat_id"))).build();
        String to = Wire.text(body, "chat_id").orElse("");
        String shown = text ? Wire.text(body, "text").orElse("") : file(uploaded(request, path.endsWith("/sendPhoto") ? "photo" : "document"));
        screens.received(Channel.TELEGRAM, to, BANK, shown, clock.instant());
        answer(HttpServletResponse.SC_OK, Json.createObjectBuilder().add("ok", true).add("result", Json.createObjectBuilder().add("message_id", telegram.next())).build(), response);
    }

    private static String file(String name) {
        return "📎 " + name;
    }

    private static String uploaded(HttpServletRequest request, String name) throws ServletException, IOException {
        Part part = request.getPart(name);
        return part == null || part.getSubmittedFileName() == null ? "?" : part.getSubmittedFileName();
    }

    private static JsonObject read(HttpServletRequest request) throws IOException {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(request.getInputStream().readNBytes(LARGEST)))) {
            return reader.readObject();
        } catch (JsonException noJson) {
            return Json.createObjectBuilder().build();
        }
    }

    private static void answer(int status, JsonObject body, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream().write(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Where this very request came in. */
    static String portal(HttpServletRequest request) {
        return "http://" + (request.getLocalAddr().contains(":") ? "[" + request.getLocalAddr() + "]" : request.getLocalAddr()) + ":" + request.getLocalPort();
    }
}
