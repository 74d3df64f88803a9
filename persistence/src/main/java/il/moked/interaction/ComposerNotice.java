// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.channel.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What whoever is about to write to the customer must know first. */
public enum ComposerNotice {
    /**
     * The customer wrote last more than {@link #WINDOW} ago, or never: the network delivers only messages it has approved
     * beforehand (Meta: customer service window of WhatsApp, standard messaging window of Messenger and Instagram, 24 hours).
     */
    WINDOW_CLOSED;

    public static final Duration WINDOW = Duration.ofHours(24);

    /** @param lastInbound when the customer wrote last, or null if he never did */
    public static Optional<ComposerNotice> of(Channel channel, Instant lastInbound, Instant now) {
        return switch (channel) {
            case WHATSAPP, MESSENGER, INSTAGRAM -> lastInbound != null && now.isBefore(lastInbound.plus(WINDOW)) ? Optional.empty() : Optional.of(WINDOW_CLOSED);
            default -> Optional.empty();
        };
    }
}
