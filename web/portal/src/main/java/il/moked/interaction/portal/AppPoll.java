// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.interaction.ejb.AppSessions;
import il.moked.interaction.ejb.AppSessions.Line;
import il.moked.interaction.portal.ChatAudience.Listener;
import jakarta.ws.rs.container.AsyncResponse;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One request of an app that waits until there is a message for it, or its time is over. */
final class AppPoll implements Listener {
    private final String address;
    private final String secret;
    private final int after;
    private final AsyncResponse response;
    private final ChatAudience audience;
    private final AppSessions sessions;
    private volatile List<String> topics = List.of();

    AppPoll(String address, String secret, int after, AsyncResponse response, ChatAudience audience, AppSessions sessions) {
        this.address = address;
        this.secret = secret;
        this.after = after;
        this.response = response;
        this.audience = audience;
        this.sessions = sessions;
    }

    /** @param wait seconds; zero answers at once */
    void begin(int wait) {
        List<Line> lines = sessions.linesAfter(secret, after);
        if (wait == 0 || !lines.isEmpty() || !audience.enter(address)) {
            response.resume(AppResource.json(lines));
            return;
        }
        topics = List.of(sessions.topic(secret));
        response.setTimeout(wait, TimeUnit.SECONDS);
        response.setTimeoutHandler(over -> response.resume(AppResource.json(List.of())));
        response.register((jakarta.ws.rs.container.CompletionCallback) failure -> end());
        audience.listen(this);
        look();
    }

    /** A message that came between reading and listening is found by looking once more. */
    @Override
    public void look() {
        if (!response.isSuspended()) {
            return;
        }
        try {
            List<Line> lines = sessions.linesAfter(secret, after);
            if (!lines.isEmpty()) {
                response.resume(AppResource.json(lines));
            }
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
