// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import il.moked.channel.Channel;
import il.moked.channel.InboundMessage;
import il.moked.shared.BusinessException;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.Pages;
import il.moked.shared.portal.PortalLog;
import il.moked.shared.portal.Visitor;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Where messengers bring what they have: {@code /channels/<messenger>/<account>}. A provider that proves itself is never slowed down; whoever does
 * not is refused, and soon nothing he sends is even read.
 */
@Door(to = Door.Caller.PROVIDER, reaches = InboundMessage.class)
@WebServlet({"/channels/whatsapp/*", "/channels/messenger/*", "/channels/instagram/*", "/channels/telegram/*", "/channels/x/*"})
public class SocialWebhook extends HttpServlet {
    /** Bytes; the largest body of any of these providers is far below. */
    static final int LARGEST = 1024 * 1024;
    private static final long serialVersionUID = 1;
    private static final int TOO_MANY = 429;

    @Inject
    transient SocialDoor door;
    @Inject
    transient HookCallers callers;
    @Inject
    transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Channel channel = channel(request);
        String account = account(request);
        Optional<String> subscribed = door.subscribed(channel, account, request.getParameter("hub.mode"), request.getParameter("hub.verify_token"), request.getParameter("hub.challenge"));
        Optional<String> challenged = door.challenged(channel, account, request.getParameter("crc_token"));
        if (subscribed.isPresent() || challenged.isPresent()) {
            response.setContentType(challenged.isPresent() ? "application/json" : "text/plain");
            response.setCharacterEncoding("UTF-8");
            response.getWriter().write(challenged.or(() -> subscribed).orElseThrow());
        } else {
            refuse(HttpServletResponse.SC_FORBIDDEN, request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Duration wait = callers.shutOut(Visitor.of(request));
        if (!wait.isZero()) {
            pages.retryAfter(wait, response);
            answer(TOO_MANY, response);
            return;
        }
        if (request.getContentLengthLong() > LARGEST) {
            refuse(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            refuse(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, request, response);
            return;
        }
        Channel channel = channel(request);
        try {
            switch (door.take(channel, account(request), body, request.getHeader(proof(channel)))) {
                case TAKEN -> {
                    callers.proved(Visitor.of(request));
                    response.setStatus(HttpServletResponse.SC_OK);
                }
                case UNKNOWN_ACCOUNT -> refuse(HttpServletResponse.SC_NOT_FOUND, request, response);
                case FORGED -> refuse(HttpServletResponse.SC_UNAUTHORIZED, request, response);
                case MALFORMED -> answer(HttpServletResponse.SC_BAD_REQUEST, response);
            }
        } catch (BusinessException closed) {
            // closed or gone since it was looked at
            refuse(HttpServletResponse.SC_NOT_FOUND, request, response);
        } catch (EJBException notTaken) {
            PortalLog.LOG.webhookNotTaken(channel.name(), notTaken);
            answer(HttpServletResponse.SC_SERVICE_UNAVAILABLE, response);
        }
    }

    private void refuse(int status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Duration wait = callers.refused(Visitor.of(request));
        if (!wait.isZero()) {
            pages.retryAfter(wait, response);
        }
        answer(wait.isZero() ? status : TOO_MANY, response);
    }

    /** A machine needs no page. */
    private static void answer(int status, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain");
        response.getOutputStream().write(Integer.toString(status).getBytes(StandardCharsets.US_ASCII));
    }

    private static Channel channel(HttpServletRequest request) {
        String path = request.getServletPath();
        return Channel.valueOf(path.substring(path.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT));
    }

    private static String account(HttpServletRequest request) {
        return request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
    }

    private static String proof(Channel channel) {
        return switch (channel) {
            case TELEGRAM -> "X-Telegram-Bot-Api-Secret-Token";
            case X -> "x-twitter-webhooks-signature";
            default -> "X-Hub-Signature-256";
        };
    }
}
