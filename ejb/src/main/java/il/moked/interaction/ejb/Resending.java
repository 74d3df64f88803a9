// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.ejb.CurrentUser;
import il.moked.channel.OutboundMessage;
import il.moked.channel.Outbox;
import il.moked.channel.SentParts;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** A person decides about a message that failed or whose fate is unknown. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class Resending {
    @Inject
    Outbox outbox;
    @Inject
    SentParts parts;
    @Inject
    Interactions interactions;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /**
     * To whoever owns the conversation, also when it is closed, and to supervisors.
     *
     * @throws BusinessException {@code interaction.not-owner}, {@code channel.not-failed}
     */
    public void sendAgain(long messageId) {
        StaffUser user = currentUser.get();
        Message message = interactions.message(messageId);
        Interaction interaction = interactions.getLocked(message.interaction().id());
        if (!interaction.ownedBy(user.id()) && !user.has(Role.SUPERVISOR)) {
            throw new BusinessException("interaction.not-owner", interaction.owner().map(owner -> owner.name(user.language())).orElse("–"));
        }
        OutboundMessage outbound = outbox.findFor(messageId).orElseThrow(() -> new NotFoundException("interaction.unknown-message"));
        boolean reported = !parts.of(outbound).isEmpty();
        outbound.sendAgain(clock.instant());
        if (reported) {
            // under an id of its own, so that a late report of the sending that failed is told apart
            message.sentAs(null);
        }
        message.delivery(Message.Delivery.QUEUED);
        events.tell(new InteractionActed(interaction.id(), interaction.customer().id(), "interaction.sent-again", true));
        events.tell(new MessageQueued(outbound.id()));
    }
}
