// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import il.moked.access.StaffUser;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ejb.CustomerTelling;
import il.moked.channel.Channel;
import il.moked.channel.OutboundMessage;
import il.moked.channel.Outbox;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.interaction.ejb.Conversation;
import il.moked.interaction.ejb.MessageQueued;
import il.moked.interaction.ejb.ReplyWritten;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Sends what a person writes to whoever complained: in his conversation with the author, else by mail or text message. */
@ApplicationScoped
class ToComplainant {
    @Inject
    Cases cases;
    @Inject
    Interactions interactions;
    @Inject
    CustomerTelling telling;
    @Inject
    Conversation conversation;
    @Inject
    Outbox outbox;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /**
     * What a person wrote: an answer, for the clocks too.
     *
     * @param composition the same again is not sent again in the conversation
     * @throws BusinessException {@code complaint.no-way}: it cannot be written to him from here
     */
    void byHand(ServiceCase of, StaffUser author, String composition, String text) {
        Optional<Interaction> own = conversations(of).filter(talk -> !talk.channel().spoken() && (talk.channel().live() || talk.replyAddress().isPresent()) && talk.open() && talk.ownedBy(author.id())).findFirst();
        if (own.isPresent()) {
            conversation.reply(own.get().id(), composition, text);
            return;
        }
        CustomerTelling.Direct way = telling.ways(of, Channel.EMAIL, Channel.SMS).findFirst().orElseThrow(() -> new BusinessException("complaint.no-way"));
        Interaction talk = telling.begin(of, way);
        Instant now = clock.instant();
        Message message = Message.outbound(talk, author.name(talk.language()), author.id(), text, composition, now);
        interactions.add(message);
        OutboundMessage outbound = new OutboundMessage(message.id(), talk.id(), way.account(), way.address(), false, now);
        outbox.add(outbound);
        events.tell(new MessageQueued(outbound.id()));
        events.tell(new ReplyWritten(talk.id(), message.id(), talk.channel(), of.customerId()));
    }

    /** Newest first. */
    private Stream<Interaction> conversations(ServiceCase of) {
        return cases.conversationsOf(of.id()).stream().map(interactions::get).sorted(Comparator.comparing(Interaction::openedAt).reversed());
    }
}
