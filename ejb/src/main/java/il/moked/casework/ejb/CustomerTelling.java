// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.StaffUser;
import il.moked.casework.CaseConversation;
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
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Identification;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.interaction.Reference;
import il.moked.interaction.ejb.Acknowledging;
import il.moked.interaction.ejb.DeliveryChanged;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes something to the customer of a case by itself: where the case is mainly spoken of, or straight to a number or an address
 * of his. That is no answer: no clock is met by it.
 */
@ApplicationScoped
public class CustomerTelling {
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

    /** Straight to him, past the conversation. */
    public record Direct(ChannelAccount account, String address) {
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
            interactions.messagesAfter(interaction.id(), interaction.messages() - 1, 1).stream().filter(message -> cases.taken(List.of(message.id())).isEmpty()).forEach(message -> cases.add(new CaseMessage(message, of)));
            ledger.write(of, CaseEvent.Kind.CUSTOMER_TOLD, who, way.channel().name(), clock.instant());
            return way.channel();
        });
    }

    /** Where the case is spoken of, else by mail, else by text message. @return false when there is no way to him, or he was written too much today */
    public boolean reach(ServiceCase of, String text, String who) {
        return tell(of, text, who).isPresent() || directly(of, text, Channel.EMAIL, Channel.SMS);
    }

    /** By the first of these channels that he can be reached by. @return false when there is none, or he was written too much today */
    public boolean directly(ServiceCase of, String text, Channel... order) {
        return ways(of, order).anyMatch(way -> acknowledging.notice(rules.mainConversation(of.id()).map(interactions::get).orElseGet(() -> begin(of, way)), way.account(), way.address(), text));
    }

    /** How he can be written to straight, as far as we know. */
    public Stream<Direct> ways(ServiceCase of, Channel... order) {
        Customer customer = customers.get(of.customerId());
        return Arrays.stream(order).flatMap(channel -> accounts.enabled(channel).stream().limit(1).flatMap(account -> addresses(customer, channel).limit(1).map(address -> new Direct(account, address))));
    }

    private static Stream<String> addresses(Customer customer, Channel channel) {
        return channel == Channel.SMS ? customer.contactPoints().stream().filter(point -> point.kind() == ContactPoint.Kind.PHONE).map(ContactPoint::address).filter(number -> new PhoneNumber(number).mobile())
                : customer.contactPoints().stream().filter(point -> point.kind() == ContactPoint.Kind.EMAIL).map(ContactPoint::address);
    }

    /** A conversation that we begin; what he answers there belongs to the case. */
    public Interaction begin(ServiceCase of, Direct way) {
        Customer customer = customers.get(of.customerId());
        Interaction talk = new Interaction(Reference.next(), customer, Identification.CONFIRMED, way.account(), of.teamId(), of.subject(), way.address(), customer.language(), clock.instant());
        interactions.add(talk);
        interactions.flush();
        cases.add(new CaseConversation(of, talk.id(), true));
        cases.flush();
        return talk;
    }

    private Optional<Way> way(ServiceCase of) {
        return rules.mainConversation(of.id()).map(interactions::get).flatMap(interaction -> {
            Channel channel = interaction.channel();
            if (channel.spoken()) {
                return byText(of, interaction);
            }
            ChannelAccount account = accounts.get(interaction.accountId());
            if (channel.live()) {
                return interaction.open() ? Optional.of(new Way(interaction, account, null, channel)) : Optional.empty();
            }
            Instant heard = interactions.lastInbound(interaction.id()).map(Message::at).orElse(null);
            return interaction.replyAddress().filter(address -> MessagingWindow.of(channel, heard).open(clock.instant())).map(address -> new Way(interaction, account, address, channel));
        });
    }

    private Optional<Way> byText(ServiceCase of, Interaction call) {
        return ways(of, Channel.SMS).findFirst().map(way -> new Way(call, way.account(), way.address(), Channel.SMS));
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
