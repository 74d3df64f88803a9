// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.interaction.ChatSession;
import il.moked.shared.portal.ChatOrigins;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.Map;

/**
 * Where a chat window becomes a socket. Here, before the upgrade, because only a request knows where it comes from: a
 * page of another site is refused, and so is one socket too many.
 */
@Door(to = Door.Caller.SESSION, reaches = ChatSession.class)
@WebServlet(urlPatterns = "/chat/socket", asyncSupported = true)
public class ChatSocketDoor extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int TOO_MANY = 429;

    @Inject
    transient ChatOrigins origins;
    @Inject
    transient ChatAudience audience;
    @Inject
    transient ChatReading reading;
    @Inject
    transient ChatSaying saying;
    @Inject
    transient ChatWords words;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            response.setHeader("Upgrade", "websocket");
            response.setStatus(426);
            return;
        }
        if (!origins.admits(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String address = Visitor.of(request);
        if (!audience.enter(address)) {
            response.setStatus(TOO_MANY);
            return;
        }
        upgrade(request, response, address);
    }

    private void upgrade(HttpServletRequest request, HttpServletResponse response, String address) throws ServletException, IOException {
        ChatSocket socket = new ChatSocket(address, audience, reading, saying, words);
        ServerEndpointConfig config = ServerEndpointConfig.Builder.create(ChatSocket.class, "/chat/socket").configurator(new ServerEndpointConfig.Configurator() {
            @Override
            public <T> T getEndpointInstance(Class<T> endpoint) {
                return endpoint.cast(socket);
            }

            @Override
            public boolean checkOrigin(String origin) {
                return true;
            }
        }).build();
        boolean upgraded = false;
        try {
            ServerContainer sockets = (ServerContainer) getServletContext().getAttribute(ServerContainer.class.getName());
            sockets.upgradeHttpToWebSocket(request, response, config, Map.of());
            upgraded = true;
        } catch (DeploymentException refused) {
            throw new ServletException(refused);
        } finally {
            if (!upgraded) {
                audience.leave(address);
            }
        }
    }
}
