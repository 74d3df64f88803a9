// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.ejb;

import il.moked.access.Role;
import il.moked.channel.InboundMessage;
import il.moked.channel.Inbox;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What listeners and sweeps do with inbox rows beside making conversations of them. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class Relay {
    /** A row handed to the broker and not processed for this long is handed over again: the broker may have lost it. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BATCH = 200;

    @Inject
    Inbox inbox;
    @Inject
    Clock clock;

    public List<Inbox.Waiting> takeStale() {
        return inbox.takeStale(clock.instant().minus(PATIENCE), clock.instant(), BATCH);
    }

    /** An attempt failed; the broker delivers it again later. */
    public void failed(long inboundId, String why) {
        inbox.find(inboundId).filter(InboundMessage::waiting).ifPresent(message -> message.failed(why));
    }

    /** The broker gave up. */
    public void dead(long inboundId) {
        inbox.findLocked(inboundId).filter(InboundMessage::waiting).ifPresent(InboundMessage::dead);
    }
}
