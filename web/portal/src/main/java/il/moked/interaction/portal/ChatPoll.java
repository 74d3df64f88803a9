// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.interaction.portal.ChatAudience.Listener;
import jakarta.json.JsonObject;
import jakarta.ws.rs.container.AsyncResponse;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One request of a chat window that waits until there is a line for it, or its time is over. */
final class ChatPoll implements Listener {
    private final String address;
    private final String secret;
    private final int after;
    private final AsyncResponse response;
    private final ChatAudience audience;
    private final ChatReading reading;
    private volatile List<String> topics = List.of();
    private volatile JsonObject standing;

    ChatPoll(String address, String secret, int after, AsyncResponse response, ChatAudience audience, ChatReading reading) {
        this.address = address;
        this.secret = secret;
        this.after = after;
        this.response = response;
        this.audience = audience;
        this.reading = reading;
    }

    /** @param wait seconds; zero answers at once */
    void begin(int wait) {
        ChatPicture picture = reading.read(secret, after);
        if (wait == 0 || !picture.lines().isEmpty() || !audience.enter(address)) {
            response.resume(picture.json());
            return;
        }
        topics = picture.topics();
        standing = picture.standingJson();
        response.setTimeout(wait, TimeUnit.SECONDS);
        response.setTimeoutHandler(over -> finish());
        response.register((jakarta.ws.rs.container.CompletionCallback) failure -> end());
        audience.listen(this);
        look();
    }

    /** A line that came between reading and listening is found by looking once more. */
    @Override
    public void look() {
        if (!response.isSuspended()) {
            return;
        }
        try {
            ChatPicture picture = reading.read(secret, after);
            if (!picture.lines().isEmpty() || !picture.topics().equals(topics) || !picture.standingJson().equals(standing)) {
                response.resume(picture.json());
            }
        } catch (RuntimeException trouble) {
            response.resume(trouble);
        }
    }

    private void finish() {
        try {
            response.resume(reading.read(secret, after).json());
        } catch (RuntimeException trouble) {
            response.resume(trouble);
        }
    }

    private void end() {
        audience.forget(this);
        audience.leave(address);
    }

    @Override
    public boolean alive() {
        return response.isSuspended();
    }

    @Override
    public Collection<String> topics() {
        return topics;
    }
}
