// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.api;

import il.moked.interaction.ejb.Exchanging;
import il.moked.shared.api.Checks;
import il.moked.shared.api.Problem;
import il.moked.shared.api.Refusal;
import il.moked.shared.api.Words;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wildfly.security.auth.server.SecurityDomain;

/** Where an exchange's request becomes a socket: who calls was asked before ({@code CallerSignIn}), and each frame is taken in his name. */
@WebServlet(urlPatterns = "/telephony/*", asyncSupported = true)
public class ExchangeDoor extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int UPGRADE_REQUIRED = 426;
    private static final Pattern PATH = Pattern.compile("/([^/]{1,40})/commands");

    @Inject
    transient Exchanging exchanging;
    @Inject
    transient ExchangeSockets sockets;
    @Inject
    transient Checks checks;

    private final transient Jsonb jsonb = JsonbBuilder.create();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Locale locale = Words.language(Collections.list(request.getLocales()));
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!path.matches()) {
            refuse(response, Problem.of(HttpServletResponse.SC_NOT_FOUND, "shared.nowhere", Words.text("shared.nowhere", locale)));
            return;
        }
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            response.setHeader("Upgrade", "websocket");
            refuse(response, Problem.of(UPGRADE_REQUIRED, "shared.bad-request", Words.text("shared.bad-request", locale)));
            return;
        }
        long accountId;
        String pass;
        try {
            pass = exchanging.pass(path.group(1));
            accountId = exchanging.accountId(path.group(1));
        } catch (RuntimeException refused) {
            refuse(response, Refusal.of(refused, locale));
            return;
        }
        upgrade(request, response, new ExchangeSocket(path.group(1), accountId, pass, locale, SecurityDomain.getCurrent().getCurrentSecurityIdentity(), sockets, exchanging, checks));
    }

    private void upgrade(HttpServletRequest request, HttpServletResponse response, ExchangeSocket socket) throws ServletException, IOException {
        ServerEndpointConfig config = ServerEndpointConfig.Builder.create(ExchangeSocket.class, request.getServletPath() + request.getPathInfo()).configurator(new ServerEndpointConfig.Configurator() {
            @Override
            public <T> T getEndpointInstance(Class<T> endpoint) {
                return endpoint.cast(socket);
            }

            /** Not a browser's: every request says a password of its own, which no page of another site knows. */
            @Override
            public boolean checkOrigin(String origin) {
                return true;
            }
        }).build();
        try {
            ServerContainer container = (ServerContainer) getServletContext().getAttribute(ServerContainer.class.getName());
            container.upgradeHttpToWebSocket(request, response, config, Map.of());
        } catch (DeploymentException refused) {
            throw new ServletException(refused);
        }
    }

    private void refuse(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(jsonb.toJson(problem));
    }
}
