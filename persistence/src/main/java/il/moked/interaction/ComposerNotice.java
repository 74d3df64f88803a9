// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.channel.Channel;
import il.moked.channel.MessagingWindow;
import java.time.Instant;
import java.util.Optional;

/** What whoever is about to write to the customer must know first. */
public enum ComposerNotice {
    /** The customer wrote too long ago: only a text that the network approved beforehand reaches him. */
    TEMPLATES_ONLY,
    /** The customer wrote too long ago: nothing reaches him on this channel until he writes again. */
    WINDOW_CLOSED;

    /** @param lastInbound when the customer wrote last, or null if he never did */
    public static Optional<ComposerNotice> of(Channel channel, Instant lastInbound, Instant now) {
        if (MessagingWindow.of(channel, lastInbound).open(now)) {
            return Optional.empty();
        }
        return Optional.of(MessagingWindow.templates(channel) ? TEMPLATES_ONLY : WINDOW_CLOSED);
    }
}
