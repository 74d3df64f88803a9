// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import il.moked.access.StaffUser;
import il.moked.casework.CaseConversation;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.OutboundMessage;
import il.moked.channel.Outbox;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Identification;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.interaction.Reference;
import il.moked.interaction.ejb.Acknowledging;
import il.moked.interaction.ejb.Conversation;
import il.moked.interaction.ejb.MessageQueued;
import il.moked.interaction.ejb.ReplyWritten;
import il.moked.shared.BusinessException;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes to whoever complained: in the conversation he turned to us by where that is written, else by mail or text message. */
@ApplicationScoped
class ToComplainant {
    @Inject
    Cases cases;
    @Inject
    Customers customers;
    @Inject
    Interactions interactions;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Acknowledging acknowledging;
    @Inject
    Conversation conversation;
    @Inject
    Outbox outbox;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** Where something leaves by. */
    private record Way(ChannelAccount account, String address) {
    }

    /** What nobody wrote: it answers nothing. @return false when there is no way to him, or he was written too much today */
    boolean automatically(ServiceCase of, String text) {
        Optional<Interaction> newest = conversations(of).findFirst();
        Optional<Interaction> written = conversations(of).filter(talk -> !talk.channel().live() && talk.replyAddress().isPresent()).findFirst();
        if (written.isPresent()) {
            Interaction talk = written.get();
            return acknowledging.notice(talk, accounts.get(talk.accountId()), talk.replyAddress().orElseThrow(), text);
        }
        return way(of).map(way -> acknowledging.notice(newest.orElseGet(() -> begun(of, way)), way.account(), way.address(), text)).orElse(false);
    }

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
        Way way = way(of).orElseThrow(() -> new BusinessException("complaint.no-way"));
        Interaction talk = begun(of, way);
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

    private Optional<Way> way(ServiceCase of) {
        Customer customer = customers.get(of.customerId());
        Optional<Way> mail = customer.contactPoints().stream().filter(point -> point.kind() == ContactPoint.Kind.EMAIL).map(ContactPoint::address).findFirst()
                .flatMap(address -> accounts.enabled(Channel.EMAIL).stream().findFirst().map(account -> new Way(account, address)));
        return mail.or(() -> customer.contactPoints().stream().filter(point -> point.kind() == ContactPoint.Kind.PHONE).map(point -> new PhoneNumber(point.address())).filter(PhoneNumber::mobile).findFirst()
                .flatMap(mobile -> accounts.enabled(Channel.SMS).stream().findFirst().map(account -> new Way(account, mobile.value()))));
    }

    /** A conversation that we begin; what he answers there belongs to the complaint. */
    private Interaction begun(ServiceCase of, Way way) {
        Customer customer = customers.get(of.customerId());
        Interaction talk = new Interaction(Reference.next(), customer, Identification.CONFIRMED, way.account(), of.teamId(), of.subject(), way.address(), customer.language(), clock.instant());
        interactions.add(talk);
        interactions.flush();
        cases.add(new CaseConversation(of, talk.id(), true));
        return talk;
    }
}
