// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.desk;

import il.moked.shared.OneJson;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.servlet.http.HttpSession;
import jakarta.websocket.CloseReason;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.io.StringReader;

/** The line from a staff page to its node; the server ends it with the session. Only signed-in users of this site get one: web.xml and {@link OwnOrigin} see to it. */
@ServerEndpoint(value = "/push", configurator = PushEndpoint.Handshake.class)
public class PushEndpoint {
    private static final int LONGEST_MESSAGE = 8192;
    /** The first thing a page is told: from now on it misses nothing. */
    private static final String LISTENING = "{\"type\":\"Listening\"}";

    @Inject
    Sockets sockets;

    /** Who sits before a page, his team, or null, and whether he may watch over the service: kept in his HTTP session since his first page. */
    public record Who(long userId, Long teamId, boolean supervisor) implements java.io.Serializable {
        public static final String ATTRIBUTE = "moked.who";
    }

    /** Takes over who signed in; the socket itself knows only a name. */
    public static class Handshake extends ServerEndpointConfig.Configurator {
        @Override
        public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
            if (request.getUserPrincipal() != null && request.getHttpSession() instanceof HttpSession session && session.getAttribute(Who.ATTRIBUTE) instanceof Who who) {
                config.getUserProperties().put(Who.ATTRIBUTE, who);
            }
        }
    }

    @OnOpen
    public void opened(Session socket, jakarta.websocket.EndpointConfig config) throws IOException {
        if (!(config.getUserProperties().get(Who.ATTRIBUTE) instanceof Who who)) {
            socket.close(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "not signed in"));
            return;
        }
        socket.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
        // The page says at least this often that it is there; silence for longer is a broken line.
        socket.setMaxIdleTimeout(120_000);
        sockets.opened(socket, who);
        // a handshake alone does not mean that this page is told of anything yet
        socket.getAsyncRemote().sendText(LISTENING);
    }

    @OnMessage
    public void heard(Session socket, String message) {
        if (message.isEmpty()) {
            // The page asks whether the line still holds.
            socket.getAsyncRemote().sendText("");
            return;
        }
        try (JsonReader reader = OneJson.PROVIDER.createReader(new StringReader(message))) {
            sockets.heard(socket, reader.readObject());
        } catch (JsonException nonsense) {
            DeskLog.LOG.unreadableEvent("page");
        }
    }

    @OnClose
    public void closed(Session socket) {
        sockets.closed(socket);
    }

    @OnError
    public void broken(Session socket, Throwable reason) {
        sockets.closed(socket);
    }
}
