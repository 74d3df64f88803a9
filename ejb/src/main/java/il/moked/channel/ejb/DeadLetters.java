// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.channel.InboundMessage;
import il.moked.channel.Inbox;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** Messages that could not be processed: an administrator reads them, sends them again or discards them, with a reason. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class DeadLetters {
    private static final int LONGEST_REASON = 500;

    @Inject
    Inbox inbox;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    public Page<Inbox.DeadLine> list(Long after, int size) {
        return inbox.dead(after, size);
    }

    public byte[] raw(long inboundId) {
        events.tell(new DeadLetterDecided(inboundId, "channel.dead-letter-read", null));
        return inbox.get(inboundId).raw();
    }

    public void replay(long inboundId, String reason) {
        InboundMessage message = dead(inboundId, reason);
        message.replay(currentUser.name(), reason);
        events.tell(new DeadLetterDecided(inboundId, "channel.dead-letter-replayed", reason));
        events.tell(new MessageAccepted(message.lane()));
    }

    public void discard(long inboundId, String reason) {
        dead(inboundId, reason).discard(currentUser.name(), reason, clock.instant());
        events.tell(new DeadLetterDecided(inboundId, "channel.dead-letter-discarded", reason));
    }

    private InboundMessage dead(long inboundId, String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new BusinessException("channel.reason-missing", LONGEST_REASON);
        }
        return inbox.findLocked(inboundId).orElseThrow(() -> new il.moked.shared.NotFoundException("channel.unknown-message"));
    }
}
