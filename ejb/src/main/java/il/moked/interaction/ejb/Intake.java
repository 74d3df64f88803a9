// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.InboundMessage;
import il.moked.channel.Inbox;
import il.moked.channel.OutboundMessage;
import il.moked.channel.Outbox;
import il.moked.customer.Customer;
import il.moked.customer.Identification;
import il.moked.customer.ejb.Identifying;
import il.moked.customer.ejb.Identifying.Identified;
import il.moked.customer.ejb.Identifying.Sender;
import il.moked.interaction.Attachment;
import il.moked.interaction.AwaitedFile;
import il.moked.interaction.AwaitedFiles;
import il.moked.interaction.CardNumbers;
import il.moked.interaction.ChatSession;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.interaction.Reference;
import il.moked.shared.DomainEvent;
import il.moked.shared.EmailAddress;
import il.moked.shared.ShownText;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes a conversation message of what arrived: identifies the customer, finds or opens the conversation, appends, and
 * tells. One transaction with the mark on the inbox row, so that a repeat of the delivery has no effect.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class Intake {
    private static final int LONGEST_ACTOR = 120;
    /** A text message within this time of the last one goes on with a conversation that was closed meanwhile. */
    private static final Duration STILL_THE_SAME = Duration.ofHours(24);

    @Inject
    Inbox inbox;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Identifying identifying;
    @Inject
    Interactions interactions;
    @Inject
    AwaitedFiles awaited;
    @Inject
    Outbox outbox;
    @Inject
    Acknowledging acknowledging;
    @Inject
    DeliveryReports reports;
    @Inject
    CallIntake calls;
    @Inject
    QueueTeams teams;
    @Inject
    Event<MatterStated> matters;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** How a channel reads its own raw form. May throw: the message is then tried again and ends among the dead letters. */
    public interface Reading {
        Incoming read(InboundMessage inbound);
    }

    /**
     * Admits the first of these inbox rows that still waits, and as many of the following as need no lock but their own: what
     * may belong to a conversation that others work on is admitted alone, so that no transaction holds two conversations;
     * a sender's next message is left for the next transaction, which knows him. Several at once cost one commit.
     *
     * @param inboundIds in the order in which they came
     */
    public void admit(List<Long> inboundIds, Reading reading) {
        List<DomainEvent> happened = new ArrayList<>();
        List<MatterStated> stated = new ArrayList<>();
        Set<String> senders = new HashSet<>();
        for (InboundMessage inbound : inbox.waitingLocked(inboundIds)) {
            Optional<Incoming> incoming = senders.isEmpty() ? Optional.of(reading.read(inbound)) : readAhead(inbound, reading);
            List<String> sender = incoming.map(read -> namesOf(inbound, read)).orElse(List.of());
            if (incoming.isEmpty() || sender.stream().anyMatch(senders::contains)) {
                break;
            }
            senders.addAll(sender);
            admit(inbound, incoming.get(), happened, stated);
            if (!begins(incoming.get())) {
                break;
            }
        }
        // before anybody hears of it: what the hearers store refers to it
        interactions.flush();
        happened.forEach(events::tell);
        stated.forEach(matters::fire);
    }

    /** Whatever the sender may be known by. */
    private static List<String> namesOf(InboundMessage inbound, Incoming incoming) {
        if (!(incoming instanceof IncomingMessage message)) {
            return List.of(inbound.sender());
        }
        Sender sender = message.sender();
        return Stream.of(inbound.sender(), sender.email(), sender.phone(), sender.nationalId()).filter(Objects::nonNull).toList();
    }

    /** @return empty when it is not for this transaction; one that cannot be read fails when it is the first */
    private static Optional<Incoming> readAhead(InboundMessage inbound, Reading reading) {
        try {
            return Optional.of(reading.read(inbound)).filter(Intake::begins);
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean begins(Incoming incoming) {
        return incoming instanceof IncomingMessage message ? message.bounced() == null && message.thread().begins() : incoming instanceof Incoming.Ignored;
    }

    private void admit(InboundMessage inbound, Incoming incoming, List<DomainEvent> happened, List<MatterStated> stated) {
        Long interactionId = null;
        if (incoming instanceof IncomingMessage message) {
            Optional<Interaction> bounced = message.bounced() == null ? Optional.empty() : bounce(message, happened);
            interactionId = bounced.orElseGet(() -> append(inbound, message, happened, stated)).id();
        } else if (incoming instanceof DeliveryReport report) {
            Optional<DeliveryChanged> changed = reports.reported(inbound.accountId(), report);
            changed.ifPresent(happened::add);
            interactionId = changed.map(DeliveryChanged::interactionId).orElse(null);
        } else if (incoming instanceof CallEvent call) {
            interactionId = calls.take(inbound.accountId(), call, happened).id();
            if (call.type() == CallEvent.Type.DIGITS) {
                inbox.forget(inbound, call.withoutKeys().bytes());
            }
        }
        inbound.processed(interactionId, clock.instant());
    }

    private Interaction append(InboundMessage inbound, IncomingMessage incoming, List<DomainEvent> happened, List<MatterStated> stated) {
        ChannelAccount account = accounts.get(inbound.accountId());
        Optional<ChatSession> chat = Optional.ofNullable(incoming.thread().chatSession()).map(interactions::chatSession);
        Optional<Interaction> continued = continued(incoming);
        Identified identified = continued.or(() -> chat.flatMap(ChatSession::interactionId).map(interactions::get)).map(known -> new Identified(known.customer(), known.identification()))
                .orElseGet(() -> identifying.identify(incoming.sender(), incoming.language()));
        Optional<Interaction> referred = continued.isPresent() ? continued : chat.isPresent() ? chat.flatMap(ChatSession::interactionId).map(interactions::getLocked) : referred(account, incoming);
        Optional<Interaction> joined = referred.filter(candidate -> continued.isPresent() || belongs(candidate, identified.customer(), incoming));
        Interaction interaction = joined.orElseGet(() -> open(account, identified, incoming));
        Message message = write(interaction, incoming);
        Optional<Message> receipt = joined.isEmpty() && !incoming.automatic() ? acknowledging.receipt(interaction, account) : Optional.empty();
        store(interaction, message, incoming);
        incoming.toCome().forEach(file -> awaited.add(new AwaitedFile(message, account.id(), file.reference(), file.fileName(), file.contentType(), clock.instant())));
        if (joined.isEmpty()) {
            referred.ifPresent(other -> interaction.relatedTo(other.id()));
            chat.ifPresent(session -> session.became(interaction.id()));
        }
        Long owner = interaction.owner().map(user -> user.id()).orElse(null);
        happened.add(new MessageReceived(interaction.id(), message.id(), joined.isEmpty(), account.id(), account.queueId(), interaction.channel(), interaction.customer().segment(), interaction.customer().id(),
                interaction.language(), null, owner, incoming.thread().chatSession(), incoming.at()));
        if (joined.isEmpty() && incoming.matter() != null) {
            stated.add(new MatterStated(interaction.id(), message.id(), incoming.matter()));
        }
        receipt.ifPresent(written -> acknowledging.send(written, interaction, account));
        return interaction;
    }

    /** Whoever names a reference that is not there begins anew: what he wrote is not lost. */
    private Optional<Interaction> continued(IncomingMessage incoming) {
        return Optional.ofNullable(incoming.thread().continued()).flatMap(interactions::findByReference).map(found -> interactions.getLocked(found.id()));
    }

    private Optional<Interaction> referred(ChannelAccount account, IncomingMessage incoming) {
        Long token = incoming.thread().tokenOf();
        Optional<Interaction> named = token == null ? Optional.empty() : interactions.findLocked(token);
        String correspondent = incoming.thread().correspondent();
        if (named.isEmpty() && correspondent != null) {
            return interactions.lastWith(account.id(), correspondent, incoming.at().minus(STILL_THE_SAME)).flatMap(interactions::findLocked);
        }
        if (token != null) {
            return named;
        }
        return interactions.holding(incoming.thread().references()).flatMap(interactions::findLocked);
    }

    /** Never across customers: a forwarded mail that somebody else answers opens his own conversation. */
    private static boolean belongs(Interaction candidate, Customer writer, IncomingMessage incoming) {
        if (candidate.customer().current().id().equals(writer.id())) {
            return true;
        }
        Optional<String> sender = replyAddress(incoming);
        return sender.isPresent() && sender.equals(candidate.replyAddress());
    }

    private Interaction open(ChannelAccount account, Identified identified, IncomingMessage incoming) {
        String replyAddress = replyAddress(incoming).orElse(null);
        String reference = incoming.reference() == null ? Reference.next() : incoming.reference();
        return new Interaction(reference, identified.customer(), identified.how(), account, teams.teamOf(account.queueId()), incoming.subject(), replyAddress, incoming.language(), incoming.at());
    }

    private static Optional<String> replyAddress(IncomingMessage incoming) {
        return Optional.ofNullable(incoming.thread().correspondent()).or(() -> EmailAddress.parse(incoming.sender().email()).map(EmailAddress::value));
    }

    private Message write(Interaction interaction, IncomingMessage incoming) {
        String author = Optional.ofNullable(incoming.sender().name()).filter(name -> !name.isBlank()).orElse(interaction.customer().displayName());
        String text = CardNumbers.masked(incoming.text());
        Set<Message.Notice> notices = EnumSet.noneOf(Message.Notice.class);
        notices.addAll(incoming.notices());
        if (!text.equals(incoming.text())) {
            notices.add(Message.Notice.CARD_NUMBER_MASKED);
        }
        return Message.inbound(interaction, ShownText.line(author, 250), text, CardNumbers.masked(incoming.quoted()), CardNumbers.masked(incoming.html()), incoming.externalId(), notices, incoming.inboundId(), incoming.at());
    }

    /** After all is written on it: a conversation stored first and written on afterwards is two statements, and all its index entries twice. */
    private void store(Interaction interaction, Message message, IncomingMessage incoming) {
        interactions.add(interaction);
        interactions.add(message);
        for (IncomingMessage.IncomingFile file : incoming.files()) {
            interactions.add(new Attachment(file.fileName(), file.contentType(), file.contentId(), file.shownInline(), file.content()).of(message));
        }
    }

    /** A report that a message of ours was not delivered belongs to that message, not to a new conversation. */
    private Optional<Interaction> bounce(IncomingMessage incoming, List<DomainEvent> happened) {
        IncomingMessage.Bounce bounce = incoming.bounced();
        Instant now = clock.instant();
        return interactions.messageSentAs(bounce.originalId()).map(failed -> {
            Interaction interaction = interactions.getLocked(failed.interaction().id());
            failed.delivery(Message.Delivery.FAILED);
            outbox.findFor(failed.id()).filter(sent -> sent.state() != OutboundMessage.State.PENDING && sent.state() != OutboundMessage.State.FAILED)
                    .ifPresent(sent -> sent.refused(ShownText.storable(bounce.reason()), now));
            interactions.add(new InteractionEvent(interaction, InteractionEvent.Kind.BOUNCED, ShownText.line(bounce.recipient() == null ? "?" : bounce.recipient(), LONGEST_ACTOR), ShownText.storable(bounce.reason()), now));
            happened.add(new DeliveryChanged(interaction.id(), failed.id(), Message.Delivery.FAILED));
            return interaction;
        });
    }
}
