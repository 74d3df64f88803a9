// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.StaffUser;
import il.moked.casework.CaseEvent;
import il.moked.casework.CaseMessage;
import il.moked.casework.CaseRules;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.MessagingWindow;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customers;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.interaction.ejb.Acknowledging;
import il.moked.interaction.ejb.DeliveryChanged;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes something to the customer of a case by itself, where the case is mainly spoken of: in that conversation, or by text
 * message when it was a call. That is no answer: no clock is met by it.
 */
@ApplicationScoped
class CustomerTelling {
    @Inject
    Cases cases;
    @Inject
    CaseRules rules;
    @Inject
    CaseLedger ledger;
    @Inject
    Interactions interactions;
    @Inject
    Customers customers;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Acknowledging acknowledging;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** By which way, and to where. */
    private record Way(Interaction interaction, ChannelAccount account, String recipient, Channel channel) {
    }

    /** A conversation is locked before its cases: as when somebody answers in it. */
    void lockFirst(long caseId) {
        rules.mainConversation(caseId).ifPresent(interactions::getLocked);
    }

    String language(ServiceCase of) {
        return rules.mainConversation(of.id()).map(interactions::get).map(Interaction::language).orElseGet(() -> customers.get(of.customerId()).language());
    }

    boolean reaches(ServiceCase of) {
        return way(of).isPresent();
    }

    /** @return by which channel; empty when there is no way, or he was written too much today */
    Optional<Channel> tell(ServiceCase of, String text, String who) {
        return way(of).filter(way -> send(way, text)).map(way -> {
            Interaction interaction = way.interaction();
            interactions.messagesAfter(interaction.id(), interaction.messages() - 1, 1).stream().filter(message -> cases.messageOf(message.id()).isEmpty()).forEach(message -> cases.add(new CaseMessage(message, of)));
            ledger.write(of, CaseEvent.Kind.CUSTOMER_TOLD, who, way.channel().name(), clock.instant());
            return way.channel();
        });
    }

    private Optional<Way> way(ServiceCase of) {
        return rules.mainConversation(of.id()).map(interactions::get).flatMap(interaction -> {
            Channel channel = interaction.channel();
            if (channel.spoken()) {
                return byText(interaction);
            }
            ChannelAccount account = accounts.get(interaction.accountId());
            if (channel.live()) {
                return interaction.open() ? Optional.of(new Way(interaction, account, null, channel)) : Optional.empty();
            }
            Instant heard = interactions.lastInbound(interaction.id()).map(Message::at).orElse(null);
            return interaction.replyAddress().filter(address -> MessagingWindow.of(channel, heard).open(clock.instant())).map(address -> new Way(interaction, account, address, channel));
        });
    }

    private Optional<Way> byText(Interaction call) {
        Optional<ChannelAccount> sms = accounts.enabled(Channel.SMS).stream().findFirst();
        Optional<String> mobile = call.customer().current().contactPoints().stream().filter(point -> point.kind() == ContactPoint.Kind.PHONE).map(point -> new PhoneNumber(point.address())).filter(PhoneNumber::mobile).map(PhoneNumber::value).findFirst();
        return sms.flatMap(account -> mobile.map(number -> new Way(call, account, number, Channel.SMS)));
    }

    private boolean send(Way way, String text) {
        Interaction interaction = interactions.getLocked(way.interaction().id());
        if (way.recipient() != null) {
            return acknowledging.notice(interaction, way.account(), way.recipient(), text);
        }
        Message message = Message.acknowledgement(interaction, way.account().name(interaction.language()), text, clock.instant());
        message.delivery(Message.Delivery.ACCEPTED);
        interactions.add(message);
        interactions.flush();
        events.tell(new DeliveryChanged(interaction.id(), message.id(), Message.Delivery.ACCEPTED));
        return true;
    }

    /** Names what stands for something in it. @param by who writes it, or null */
    String filled(String text, ServiceCase of, StaffUser by) {
        String language = language(of);
        return text.replace("{customer}", customers.get(of.customerId()).displayName()).replace("{number}", of.number()).replace("{subject}", of.subject()).replace("{agent}", by == null ? "" : by.name(language));
    }
}
