// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.interaction.FormSubmission;
import il.moked.interaction.ejb.ChatSessions;
import il.moked.shared.BusinessException;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Takes a line of a visitor, from the socket or by request. */
@ApplicationScoped
public class ChatSaying {
    /** Characters of a frame or a body: the longest line, every character escaped, and its wrapping. */
    static final int LARGEST = 32 * 1024;

    @Inject
    ChatSessions chats;
    @Inject
    Limits limits;

    /** More lines than a person writes; the argument is the seconds to wait. */
    static class TooFast extends BusinessException {
        private static final long serialVersionUID = 1;

        TooFast(Duration wait) {
            super("portal.too-many", Pages.seconds(wait));
        }
    }

    /**
     * When this returns the line is kept, whether it is new or was sent before.
     *
     * @throws TooFast when it should be sent again later
     * @throws BusinessException {@code chat.line}, {@code interaction.unknown-chat}, {@code channel.closed}: sending it again will not help
     */
    void say(String secret, String id, String text, List<FormSubmission.File> files) {
        Duration wait = limits.lines().take(secret);
        if (!wait.isZero()) {
            throw new TooFast(wait);
        }
        chats.say(secret, id, text, files);
    }

    /** The visitor writes. What is more often than a person's keys is passed over: nothing is lost by it. */
    void types(String secret) {
        if (limits.signs().take(secret).isZero()) {
            chats.types(secret);
        }
    }

    /** How far he has, and has seen, what we wrote. What is passed over now is said again with the next. */
    void got(String secret, int delivered, int read) {
        if (limits.signs().take(secret).isZero()) {
            chats.got(secret, delivered, read);
        }
    }
}
