// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Until when free text may be written to a customer: WhatsApp, Messenger and Instagram allow it for 24 hours after his last
 * message (WhatsApp Cloud API "customer service window", Messenger Platform "standard messaging window"). After that WhatsApp takes approved templates
 * only, the other two nothing.
 *
 * @param closesAt the first moment at which it is closed; null where a channel has no window
 */
public record MessagingWindow(Instant closesAt) {
    public static final Duration LENGTH = Duration.ofHours(24);

    /** @param lastInboundAt when the customer last wrote on this account, or null when he never did */
    public static MessagingWindow of(Channel channel, Instant lastInboundAt) {
        return new MessagingWindow(closesAt(channel, lastInboundAt).orElse(null));
    }

    /** @return empty where a channel has no window; long ago when the customer never wrote */
    public static Optional<Instant> closesAt(Channel channel, Instant lastInboundAt) {
        return switch (channel) {
            case WHATSAPP, MESSENGER, INSTAGRAM -> Optional.of(lastInboundAt == null ? Instant.EPOCH : lastInboundAt.plus(LENGTH));
            default -> Optional.empty();
        };
    }

    /** Whether an approved template may be written when the window is closed. */
    public static boolean templates(Channel channel) {
        return channel == Channel.WHATSAPP;
    }

    public boolean open(Instant now) {
        return closesAt == null || now.isBefore(closesAt);
    }

    /** How long it stays open; zero when it is closed, empty where there is none. */
    public Optional<Duration> left(Instant now) {
        return Optional.ofNullable(closesAt).map(end -> now.isBefore(end) ? Duration.between(now, end) : Duration.ZERO);
    }
}
