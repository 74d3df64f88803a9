// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import il.moked.branch.ejb.BranchDirectory;
import il.moked.shared.NotFoundException;
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

/** Where a display becomes a socket: of a page of this site only, and not too many. */
@Door(to = Door.Caller.ANYBODY)
@WebServlet(urlPatterns = "/branches/push", asyncSupported = true)
public class DisplaySocketDoor extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int TOO_MANY = 429;
    private static final int UPGRADE = 426;

    @Inject
    transient ChatOrigins origins;
    @Inject
    transient BranchAudience audience;
    @Inject
    transient BranchDirectory directory;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            response.setHeader("Upgrade", "websocket");
            response.setStatus(UPGRADE);
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
        boolean upgraded = false;
        try {
            upgrade(request, response, address);
            upgraded = true;
        } catch (NotFoundException unknown) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } finally {
            if (!upgraded) {
                audience.leave(address);
            }
        }
    }

    private void upgrade(HttpServletRequest request, HttpServletResponse response, String address) throws ServletException, IOException {
        DisplaySocket socket = new DisplaySocket(address, directory.id(String.valueOf(request.getParameter("branch"))), audience);
        ServerEndpointConfig config = ServerEndpointConfig.Builder.create(DisplaySocket.class, "/branches/push").configurator(new ServerEndpointConfig.Configurator() {
            @Override
            public <T> T getEndpointInstance(Class<T> endpoint) {
                return endpoint.cast(socket);
            }

            @Override
            public boolean checkOrigin(String origin) {
                return true;
            }
        }).build();
        try {
            ServerContainer sockets = (ServerContainer) getServletContext().getAttribute(ServerContainer.class.getName());
            sockets.upgradeHttpToWebSocket(request, response, config, Map.of());
        } catch (DeploymentException refused) {
            throw new ServletException(refused);
        }
    }
}
