// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.OutboundMessage;
import il.moked.channel.Outbox;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The life of an outgoing message, seen by whoever sends it. Each step commits by itself; the sending is between them, outside any transaction. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class Delivery {
    private static final int BATCH = 100;
    private static final int MOST_REFERENCES = 20;

    @Inject
    Outbox outbox;
    @Inject
    Interactions interactions;
    @Inject
    ChannelAccounts accounts;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** Gives a message the id under which the customer will get it. */
    public interface Naming {
        String externalId(long interactionId, String fromAddress);
    }

    /** Everything a channel needs to send one message. References are Message-IDs without brackets, oldest first; inReplyTo may be null. */
    public record Outgoing(long outboundId, long messageId, long interactionId, String externalId, String fromAddress, String fromName, String recipient, String subject, String text, String language, String inReplyTo, List<String> references,
            List<OutgoingFile> files, boolean automatic) {
    }

    public record OutgoingFile(String fileName, String contentType, byte[] content) {
    }

    /**
     * Takes the message for sending; empty when another node has it or its time has not come. Its external id is kept
     * before anything is sent, so that a bounce finds the message even when the sender dies, and the same at every
     * attempt, so that a mailbox that gets it twice can tell.
     */
    public Optional<Outgoing> begin(long outboundId, Naming naming) {
        return outbox.findLocked(outboundId).filter(outbound -> outbound.begin(clock.instant())).map(outbound -> {
            Message message = interactions.message(outbound.messageId());
            tell(outbound, message, Message.Delivery.SENDING);
            Interaction interaction = message.interaction();
            ChannelAccount account = accounts.get(outbound.accountId());
            List<OutgoingFile> files = interactions.filesOf(message.id()).stream().map(file -> new OutgoingFile(file.fileName(), file.contentType(), file.content())).toList();
            String inReplyTo = interactions.lastInbound(interaction.id()).flatMap(Message::externalId).orElse(null);
            String externalId = message.externalId().orElseGet(() -> naming.externalId(interaction.id(), account.address()));
            List<String> references = interactions.externalIds(interaction.id(), MOST_REFERENCES).stream().filter(id -> !id.equals(externalId)).toList();
            message.sentAs(externalId);
            return new Outgoing(outbound.id(), message.id(), interaction.id(), externalId, account.address(), account.name(interaction.language()), outbound.recipient(), interaction.subject(), message.text(),
                    interaction.language(), inReplyTo, references, files, outbound.automatic());
        });
    }

    public void accepted(long outboundId) {
        settle(outboundId, Message.Delivery.ACCEPTED, (outbound, now) -> outbound.accepted(now));
    }

    /** Certain that nothing was sent: tried again later. */
    public void notSent(long outboundId, String why) {
        settle(outboundId, null, (outbound, now) -> outbound.notSent(why, now));
    }

    public void refused(long outboundId, String why) {
        settle(outboundId, Message.Delivery.FAILED, (outbound, now) -> outbound.refused(why, now));
    }

    /** Nobody can know whether the customer got it: a person decides. */
    public void unknown(long outboundId, String why) {
        settle(outboundId, Message.Delivery.UNKNOWN, (outbound, now) -> outbound.unknown(why, now));
    }

    /** Ids of messages to send now. */
    public List<Long> due() {
        return outbox.due(clock.instant(), BATCH);
    }

    /** Messages whose sender died in the middle become unknown. */
    public void settleAbandoned() {
        Instant now = clock.instant();
        for (OutboundMessage outbound : outbox.abandoned(now, BATCH)) {
            outbound.unknown("sender died while sending", now);
            tell(outbound, interactions.message(outbound.messageId()), Message.Delivery.UNKNOWN);
        }
    }

    private void settle(long outboundId, Message.Delivery outcome, BiConsumer<OutboundMessage, Instant> step) {
        outbox.findLocked(outboundId).filter(outbound -> outbound.state() == OutboundMessage.State.SENDING).ifPresent(outbound -> {
            step.accept(outbound, clock.instant());
            Message.Delivery shown = outcome != null ? outcome : outbound.state() == OutboundMessage.State.FAILED ? Message.Delivery.FAILED : Message.Delivery.QUEUED;
            tell(outbound, interactions.message(outbound.messageId()), shown);
        });
    }

    private void tell(OutboundMessage outbound, Message message, Message.Delivery delivery) {
        message.delivery(delivery);
        events.tell(new DeliveryChanged(outbound.interactionId(), message.id(), delivery));
    }
}
