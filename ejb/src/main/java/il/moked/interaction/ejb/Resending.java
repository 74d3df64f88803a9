// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.channel.OutboundMessage;
import il.moked.channel.Outbox;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
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
    Interactions interactions;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    public void sendAgain(long messageId) {
        OutboundMessage outbound = outbox.findFor(messageId).orElseThrow(() -> new NotFoundException("interaction.unknown-message"));
        outbound.sendAgain(clock.instant());
        Message message = interactions.message(messageId);
        message.delivery(Message.Delivery.QUEUED);
        events.tell(new InteractionActed(outbound.interactionId(), message.interaction().customer().id(), "interaction.sent-again", true));
        events.tell(new MessageQueued(outbound.id()));
    }
}
