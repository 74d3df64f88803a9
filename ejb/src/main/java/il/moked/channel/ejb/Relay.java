// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.ejb;

import il.moked.access.Role;
import il.moked.channel.InboundMessage;
import il.moked.channel.Inbox;
import il.moked.channel.Lane;
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
    private static final int STALE = 200;
    private static final int BATCH = 32;
    /** Of raw messages read at once. Bytes. */
    private static final long BATCH_SIZE = 1024 * 1024;

    @Inject
    Inbox inbox;
    @Inject
    Clock clock;

    public List<Inbox.Waiting> takeStale() {
        return inbox.takeStale(clock.instant().minus(PATIENCE), clock.instant(), STALE);
    }

    /** What a lane's listener works on next; empty when the lane is. */
    public List<Long> next(Lane lane) {
        return inbox.next(lane, BATCH, BATCH_SIZE);
    }

    /** An attempt failed: from now on the broker delivers it by itself, with growing pauses. */
    public void failed(long inboundId, String why) {
        inbox.find(inboundId).filter(InboundMessage::waiting).ifPresent(message -> message.failed(why));
    }

    /** The broker gave up. */
    public void dead(long inboundId) {
        inbox.findLocked(inboundId).filter(InboundMessage::waiting).ifPresent(InboundMessage::dead);
    }
}
