// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.api;

import il.moked.interaction.ejb.CommandDelivery.Asked;
import il.moked.interaction.ejb.Exchanging;
import il.moked.shared.OneJson;
import il.moked.shared.api.ApiLog;
import il.moked.shared.api.Checks;
import il.moked.shared.api.Problem;
import il.moked.shared.api.Refusal;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.wildfly.security.auth.server.SecurityIdentity;

/**
 * One exchange on its socket. It is sent {@code {"type":"command","command":{…}}}; it sends
 * {@code {"type":"event","event":{…}}}, answered by {@code kept} or {@code refused} with the event's id,
 * {@code {"type":"settled","command":7,"result":"DONE","reason"}}, answered by {@code noted} or {@code refused}, and now and
 * then {@code {"type":"ping"}}, answered by {@code pong}.
 */
final class ExchangeSocket extends Endpoint implements MessageHandler.Whole<String> {
    /** Milliseconds without a frame after which the socket is closed. */
    private static final long LONGEST_SILENCE = 75_000;
    /** Milliseconds a frame may take to be sent. */
    private static final long LONGEST_SEND = 15_000;
    /** Nanoseconds for which it is believed that whoever opened it still may. */
    private static final long CHECKED_FOR = TimeUnit.SECONDS.toNanos(5);
    private static final int LARGEST = 64 * 1024;

    /** Made when the first frame needs it. */
    private static final class Mapping {
        static final Jsonb JSONB = JsonbBuilder.create();

        private Mapping() {
        }
    }

    private final String account;
    private final long accountId;
    private final Locale locale;
    private final SecurityIdentity identity;
    private final ExchangeSockets sockets;
    private final Exchanging exchanging;
    private final Checks checks;

    private final String pass;

    private volatile Session session;
    private volatile long checkedAt = System.nanoTime();

    ExchangeSocket(String account, long accountId, String pass, Locale locale, SecurityIdentity identity, ExchangeSockets sockets, Exchanging exchanging, Checks checks) {
        this.account = account;
        this.accountId = accountId;
        this.pass = pass;
        this.locale = locale;
        this.identity = identity;
        this.sockets = sockets;
        this.exchanging = exchanging;
        this.checks = checks;
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
        session = opened;
        opened.setMaxIdleTimeout(LONGEST_SILENCE);
        opened.getAsyncRemote().setSendTimeout(LONGEST_SEND);
        opened.setMaxTextMessageBufferSize(LARGEST);
        opened.setMaxBinaryMessageBufferSize(1);
        opened.addMessageHandler(String.class, this);
        sockets.opened(this);
    }

    @Override
    public void onClose(Session closed, CloseReason reason) {
        sockets.closed(this);
    }

    /** A broken connection is followed by {@link #onClose}. */
    @Override
    public void onError(Session broken, Throwable why) {
        ApiLog.LOG.exchangeSocket(account, why.toString());
    }

    @Override
    public void onMessage(String frame) {
        if (mayGoOn()) {
            identity.runAs(() -> take(frame));
        }
    }

    private void take(String frame) {
        Object id = null;
        try (JsonReader reader = OneJson.PROVIDER.createReader(new StringReader(frame))) {
            JsonObject message = reader.readObject();
            switch (message.getString("type", "")) {
                case "event" -> {
                    JsonObject event = message.getJsonObject("event");
                    id = event == null ? null : event.getString("id", null);
                    NewCallEvent told = checks.valid(event == null ? null : Mapping.JSONB.fromJson(event.toString(), NewCallEvent.class));
                    boolean fresh = exchanging.told(account, told.event());
                    send(answer("kept", id, "repeated", !fresh));
                }
                case "settled" -> {
                    id = message.containsKey("command") ? message.getJsonNumber("command").longValue() : null;
                    CommandResult result = checks.valid(new CommandResult(message.getString("result", null), message.getString("reason", null)));
                    exchanging.settled(account, id == null ? 0 : (Long) id, result.outcome(), result.reason());
                    send(answer("noted", id, null, null));
                }
                case "ping" -> send(answer("pong", null, null, null));
                default -> throw new JsonException("type");
            }
        } catch (ClassCastException malformed) {
            send(answer("refused", id, "problem", Refusal.of(new JsonException("kind", malformed), locale)));
        } catch (RuntimeException refused) {
            Problem problem = Refusal.of(refused, locale);
            send(answer("refused", id, "problem", problem));
        }
    }

    private static Map<String, Object> answer(String type, Object id, String name, Object value) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("type", type);
        if (id != null) {
            answer.put("id", id);
        }
        if (name != null) {
            answer.put(name, value);
        }
        return answer;
    }

    /** Whether a command may be taken for it; asked before one is. */
    boolean takes() {
        return mayGoOn();
    }

    void command(Asked asked) {
        send(answer("command", null, "command", CommandLine.of(asked)));
    }

    private void send(Map<String, Object> message) {
        send(Mapping.JSONB.toJson(message));
    }

    void send(String frame) {
        Session open = session;
        if (open != null && open.isOpen()) {
            open.getAsyncRemote().sendText(frame, sent -> {
                if (!sent.isOK()) {
                    lost(sent.getException());
                }
            });
        }
    }

    /** What does not get through is handed out again elsewhere: nothing more goes down here. */
    private void lost(Throwable why) {
        ApiLog.LOG.exchangeSocket(account, String.valueOf(why));
        sockets.closed(this);
        close(new CloseReason(CloseReason.CloseCodes.UNEXPECTED_CONDITION, null));
    }

    private void close(CloseReason reason) {
        Session broken = session;
        if (broken != null && broken.isOpen()) {
            try {
                broken.close(reason);
            } catch (IOException gone) {
                ApiLog.LOG.exchangeSocket(account, gone.toString());
            }
        }
    }

    /** Whoever opened it may do so still: asked at most every few seconds, and before anything goes up or down. @return whether it stays open */
    private boolean mayGoOn() {
        long now = System.nanoTime();
        if (now - checkedAt < CHECKED_FOR) {
            return true;
        }
        checkedAt = now;
        try {
            if (pass.equals(identity.runAs((Callable<String>) () -> exchanging.pass(account)))) {
                return true;
            }
        } catch (Exception refused) {
            ApiLog.LOG.exchangeSocket(account, refused.toString());
        }
        sockets.closed(this);
        close(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, null));
        return false;
    }

    String account() {
        return account;
    }

    long accountId() {
        return accountId;
    }
}
