// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.Outages;
import il.moked.channel.Outages.Cause;
import il.moked.channel.Outages.Way;
import il.moked.channel.OutboundMessage;
import il.moked.channel.Outbox;
import il.moked.channel.Templates;
import il.moked.channel.ejb.ProviderWatch;
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
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The life of an outgoing message, seen by whoever sends it. Each step commits by itself; the sending is between them, outside any transaction. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class Delivery {
    private static final int BATCH = 100;
    private static final int PROBES = 2;
    private static final int MOST_REFERENCES = 20;

    @Inject
    Outbox outbox;
    @Inject
    Interactions interactions;
    @Inject
    DeliveryReports reports;
    @Inject
    Outages outages;
    @Inject
    ProviderWatch providers;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Templates templates;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** Gives a message the id under which the customer will get it; empty where the provider does. */
    public interface Naming {
        Optional<String> externalId(Channel channel, long interactionId, String fromAddress);
    }

    /**
     * Everything a channel needs to send one message.
     *
     * @param account code of the account it leaves by @param settings of that account @param externalId null where the provider gives it
     * @param references Message-IDs without brackets, oldest first @param inReplyTo may be null
     * @param lastInboundAt when the customer last wrote here, or null
     * @param template what it is made of, null for free text
     * @param sending counts how often a person had it sent again: a provider that knows our repeats must not take that for one
     */
    public record Outgoing(long outboundId, long messageId, long interactionId, Channel channel, String account, Map<String, String> settings, Instant lastInboundAt, String externalId, String fromAddress, String fromName, String recipient, String subject, String text, String language, String inReplyTo, List<String> references,
            List<OutgoingFile> files, boolean automatic, Templates.Filled template, int sending) {
        /** Free text. */
        public Outgoing(long outboundId, long messageId, long interactionId, Channel channel, String account, Map<String, String> settings, Instant lastInboundAt, String externalId, String fromAddress, String fromName, String recipient, String subject, String text, String language, String inReplyTo,
                List<String> references, List<OutgoingFile> files, boolean automatic) {
            this(outboundId, messageId, interactionId, channel, account, settings, lastInboundAt, externalId, fromAddress, fromName, recipient, subject, text, language, inReplyTo, references, files, automatic, null, 0);
        }
    }

    /** @param account its code */
    public record Leaving(long accountId, Channel channel, String account, Map<String, String> settings) {
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
            Optional<Message> answered = interactions.lastInbound(interaction.id());
            String inReplyTo = answered.flatMap(Message::externalId).orElse(null);
            String externalId = message.externalId().or(() -> naming.externalId(account.channel(), interaction.id(), account.address())).orElse(null);
            List<String> references = interactions.externalIds(interaction.id(), MOST_REFERENCES).stream().filter(id -> !id.equals(externalId)).toList();
            message.sentAs(externalId);
            return new Outgoing(outbound.id(), message.id(), interaction.id(), account.channel(), account.code(), account.settings(), answered.map(Message::at).orElse(null), externalId, account.address(), account.name(interaction.language()), outbound.recipient(), interaction.subject(), outbound.secret().orElse(message.text()),
                    interaction.language(), inReplyTo, references, files, outbound.automatic(), templates.usedBy(message.id()).orElse(null), outbound.sending());
        });
    }

    /** @param providerIds under which the provider will report on it; may be empty */
    public void accepted(long outboundId, List<String> providerIds) {
        outbox.findLocked(outboundId).filter(outbound -> outbound.state() == OutboundMessage.State.SENDING).ifPresent(outbound -> {
            outbound.accepted(clock.instant());
            Message.Delivery known = providerIds.isEmpty() ? Message.Delivery.ACCEPTED : reports.takenOver(outbound, providerIds);
            Message message = interactions.message(outbound.messageId());
            if (message.externalId().isEmpty() && !providerIds.isEmpty()) {
                message.sentAs(providerIds.get(0));
            }
            tell(outbound, message, known);
            providers.back(outbound.accountId(), Way.SEND);
        });
    }

    /** The provider is away: the message waits, and is as fresh as before. */
    public void postponed(long outboundId, Cause cause, String why) {
        settle(outboundId, null, (outbound, now) -> {
            outbound.postponed(why, now);
            providers.away(outbound.accountId(), Way.SEND, cause, why);
        });
    }

    /** It could not even be made ready: that counts as an attempt, or what is broken would be tried for ever. */
    public void notBegun(long outboundId, String why) {
        outbox.findLocked(outboundId).filter(outbound -> outbound.begin(clock.instant())).ifPresent(outbound -> notSent(outboundId, why));
    }

    /** Certain that nothing was sent: tried again later. */
    public void notSent(long outboundId, String why) {
        settle(outboundId, null, (outbound, now) -> outbound.notSent(why, now));
    }

    /** The provider, which can be reached, will not take it. */
    public void refused(long outboundId, String why) {
        settle(outboundId, Message.Delivery.FAILED, (outbound, now) -> {
            outbound.refused(why, now);
            providers.back(outbound.accountId(), Way.SEND);
        });
    }

    /** It can never be sent; no provider was asked. */
    public void unfit(long outboundId, String why) {
        settle(outboundId, Message.Delivery.FAILED, (outbound, now) -> outbound.refused(why, now));
    }

    /** Nobody can know whether the customer got it: a person decides. */
    public void unknown(long outboundId, String why) {
        settle(outboundId, Message.Delivery.UNKNOWN, (outbound, now) -> outbound.unknown(why, now));
    }

    /** Ids of messages to send now: of each account some, and of one whose provider is away only as many as show that it is back. */
    public List<Long> due() {
        Instant now = clock.instant();
        return outbox.accountsDue(now).stream().flatMap(account -> outbox.due(account, now, outages.sendingAway(account) ? PROBES : BATCH).stream()).toList();
    }

    /** By which account a message is to leave now; empty when it is not its time, or somebody is at it. */
    public Optional<Leaving> leaving(long outboundId) {
        return outbox.accountOfDue(outboundId, clock.instant()).map(accounts::get).map(account -> new Leaving(account.id(), account.channel(), account.code(), account.settings()));
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
