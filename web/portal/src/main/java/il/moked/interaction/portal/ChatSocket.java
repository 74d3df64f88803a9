// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.interaction.ejb.ChatSessions;
import il.moked.interaction.portal.ChatSaying.TooFast;
import il.moked.shared.BusinessException;
import il.moked.shared.OneJson;
import il.moked.shared.portal.PortalLog;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One chat window on its socket. The first frame is {@code {"type":"hello","secret","after","language"}}; after it the
 * window sends lines {@code {"type":"line","id","text"}}, {@code {"type":"typing"}} while its visitor writes, {@code {"type":"got","delivered","read"}} with
 * positions, and now and then {@code {"type":"ping"}}. It is told
 * {@code lines}, {@code standing} when it changed, {@code ack} once a line is kept, {@code refused} with
 * {@code again} true when the line should be sent again, and {@code pong}.
 */
final class ChatSocket extends Endpoint implements MessageHandler.Whole<String>, ChatAudience.Listener {
    /** Milliseconds without a frame after which the socket is closed; windows ping more often. */
    private static final long LONGEST_SILENCE = 75_000;
    /** Milliseconds a frame may take to be sent; a window that does not read is let go. */
    private static final long LONGEST_SEND = 15_000;
    
    private final String address;
    private final ChatAudience audience;
    private final ChatReading reading;
    private final ChatSaying saying;
    private final ChatWords words;
    private final AtomicInteger looks = new AtomicInteger();

    private volatile Session session;
    private volatile String secret;
    private volatile Locale locale = Locale.forLanguageTag("he");
    private volatile List<String> topics = List.of();
    private int after;
    private JsonObject toldStanding;
    private boolean repairedOnce;

    ChatSocket(String address, ChatAudience audience, ChatReading reading, ChatSaying saying, ChatWords words) {
        this.address = address;
        this.audience = audience;
        this.reading = reading;
        this.saying = saying;
        this.words = words;
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
        session = opened;
        opened.setMaxIdleTimeout(LONGEST_SILENCE);
        opened.getAsyncRemote().setSendTimeout(LONGEST_SEND);
        opened.setMaxTextMessageBufferSize(ChatSaying.LARGEST);
        opened.setMaxBinaryMessageBufferSize(1);
        opened.addMessageHandler(String.class, this);
        audience.listen(this);
    }

    @Override
    public void onClose(Session closed, CloseReason reason) {
        audience.forget(this);
        audience.leave(address);
    }

    /** A broken connection is followed by {@link #onClose}. */
    @Override
    public void onError(Session broken, Throwable why) {
        PortalLog.LOG.debug(why.toString());
    }

    @Override
    public void onMessage(String frame) {
        try (JsonReader reader = OneJson.PROVIDER.createReader(new StringReader(frame))) {
            JsonObject message = reader.readObject();
            String type = message.getString("type", "");
            if (secret == null && !type.equals("hello")) {
                close(CloseCodes.VIOLATED_POLICY, "hello");
                return;
            }
            switch (type) {
                case "hello" -> hello(message);
                case "line" -> line(message.getString("id", null), message.getString("text", null));
                case "typing" -> saying.types(secret);
                case "got" -> saying.got(secret, message.getInt("delivered", 0), message.getInt("read", 0));
                case "ping" -> send(OneJson.PROVIDER.createObjectBuilder().add("type", "pong"));
                default -> close(CloseCodes.CANNOT_ACCEPT, "type");
            }
        } catch (BusinessException unknown) {
            look();
        } catch (JsonException | ClassCastException malformed) {
            close(CloseCodes.CANNOT_ACCEPT, "json");
        }
    }

    private void hello(JsonObject message) {
        if (secret != null) {
            return;
        }
        locale = "en".equals(message.getString("language", "he")) ? Locale.ENGLISH : locale;
        after = Math.max(0, message.getInt("after", 0));
        secret = message.getString("secret", "");
        look();
    }

    private void line(String id, String text) {
        JsonObjectBuilder answer = OneJson.PROVIDER.createObjectBuilder().add("id", String.valueOf(id));
        try {
            saying.say(secret, id, text, List.of());
            send(answer.add("type", "ack"));
        } catch (TooFast fast) {
            send(answer.add("type", "refused").add("again", true).add("after", ((Number) fast.arguments().get(0)).longValue()).add("text", words.refusal(fast, locale)));
        } catch (BusinessException refused) {
            send(answer.add("type", "refused").add("again", false).add("code", refused.code()).add("text", words.refusal(refused, locale)));
        } catch (RuntimeException trouble) {
            PortalLog.LOG.lineNotTaken(trouble);
            close(CloseCodes.TRY_AGAIN_LATER, "trouble");
        }
    }

    /** Looks at once; a call that comes while another thread looks makes that one look once more. */
    @Override
    public void look() {
        if (secret == null || !session.isOpen() || looks.getAndIncrement() > 0) {
            return;
        }
        int seen;
        do {
            seen = looks.get();
            readAndTell();
        } while (!looks.compareAndSet(seen, 0));
    }

    private void readAndTell() {
        try {
            ChatPicture picture;
            do {
                picture = reading.read(secret, after);
                follow(picture);
                tell(picture);
            } while (picture.lines().size() == ChatSessions.MOST_LINES && session.isOpen());
        } catch (BusinessException unknown) {
            send(OneJson.PROVIDER.createObjectBuilder().add("type", "gone").add("code", unknown.code()).add("text", words.refusal(unknown, locale)));
            close(CloseCodes.VIOLATED_POLICY, "gone");
        } catch (RuntimeException trouble) {
            PortalLog.LOG.chatNotRead(trouble);
        }
    }

    private void follow(ChatPicture picture) {
        List<String> now = picture.topics();
        if (!now.equals(topics)) {
            topics = now;
            audience.follow(this);
            if (!session.isOpen()) {
                audience.forget(this);
            }
        }
    }

    private void tell(ChatPicture picture) {
        if (!picture.lines().isEmpty()) {
            send(OneJson.PROVIDER.createObjectBuilder().add("type", "lines").add("lines", picture.linesJson()));
            after = picture.last(after);
        }
        JsonObject standing = picture.standingJson();
        if (!standing.equals(toldStanding)) {
            send(OneJson.PROVIDER.createObjectBuilder().add("type", "standing").add("standing", standing));
            toldStanding = standing;
        }
    }

    /** A socket that has not said who it is by the second repair is closed. */
    @Override
    public boolean alive() {
        if (secret == null && repairedOnce) {
            close(CloseCodes.VIOLATED_POLICY, "hello");
        }
        repairedOnce = true;
        return secret != null;
    }

    @Override
    public Collection<String> topics() {
        return topics;
    }

    private void send(JsonObjectBuilder message) {
        if (session.isOpen()) {
            session.getAsyncRemote().sendText(message.build().toString());
        }
    }

    private void close(CloseCodes code, String reason) {
        try {
            session.close(new CloseReason(code, reason));
        } catch (IOException closedAlready) {
            PortalLog.LOG.debug(closedAlready.toString());
        }
    }
}
