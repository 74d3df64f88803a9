// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.OutboundMessage;
import il.moked.channel.Outbox;
import il.moked.interaction.Attachment;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tells a customer at once that his mail or form arrived, with its reference. Only for the first message of a
 * conversation, never to a machine, and at most {@link #MOST_A_DAY} automatic mails an address and day (the figure of
 * OTRS and Znuny), so that two automata can never keep each other writing.
 */
@ApplicationScoped
public class Acknowledging {
    static final int MOST_A_DAY = 40;
    private static final Set<Message.Notice> BY_MACHINE = EnumSet.of(Message.Notice.AUTO_REPLY, Message.Notice.BULK, Message.Notice.BOUNCE);
    /** Short texts get a short receipt. */
    private static final Set<Channel> SHORT = EnumSet.of(Channel.SMS, Channel.WHATSAPP, Channel.MESSENGER, Channel.INSTAGRAM, Channel.TELEGRAM, Channel.X, Channel.APP);
    /** Who sends paper looks at no place in a line. */
    private static final Set<Channel> PAPER = EnumSet.of(Channel.FAX, Channel.POST);

    @Inject
    Interactions interactions;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Outbox outbox;
    @Inject
    CustomerTexts texts;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @return what to write to him at once; empty when he is to get nothing, or is told his place with it */
    Optional<Message> receipt(Interaction interaction, ChannelAccount account) {
        String recipient = interaction.replyAddress().orElse(null);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!account.acknowledges() || account.channel().live() || saysPlace(account) || recipient == null || outbox.automaticMails(recipient, today) >= MOST_A_DAY) {
            return Optional.empty();
        }
        outbox.countAutomaticMail(recipient, today);
        return Optional.of(Message.acknowledgement(interaction, account.name(interaction.language()), texts.text("received", interaction.language(), interaction.reference(), account.name(interaction.language())), now));
    }

    /** @param interaction stored by now */
    void send(Message receipt, Interaction interaction, ChannelAccount account) {
        interactions.add(receipt);
        OutboundMessage outbound = new OutboundMessage(receipt.id(), interaction.id(), account, interaction.replyAddress().orElseThrow(), true, receipt.at());
        outbox.add(outbound);
        events.tell(new MessageQueued(outbound.id()));
    }

    /**
     * The one receipt of whoever began a conversation, once he has a place in a line.
     *
     * @param place what he is told of his place and wait, in his language; asked for only when he is told
     * @return false when he is to get none
     */
    public boolean receiptWithPlace(long interactionId, Supplier<String> place) {
        Interaction interaction = interactions.get(interactionId);
        ChannelAccount account = accounts.get(interaction.accountId());
        String recipient = interaction.replyAddress().orElse(null);
        if (!account.acknowledges() || !saysPlace(account) || recipient == null || interaction.messages() != 1 || byMachine(interactionId)) {
            return false;
        }
        String key = SHORT.contains(account.channel()) ? "received-short" : "received-place";
        return notice(interaction, account, recipient, () -> texts.text(key, interaction.language(), interaction.reference(), place.get(), account.name(interaction.language())));
    }

    /** Whether somebody who began a conversation there, and has no more than begun it, would get such a receipt. */
    public boolean tellsPlace(long interactionId) {
        Interaction interaction = interactions.get(interactionId);
        ChannelAccount account = accounts.get(interaction.accountId());
        return interaction.messages() == 1 && account.acknowledges() && saysPlace(account);
    }

    private static boolean saysPlace(ChannelAccount account) {
        return account.tellsWait() && !account.channel().live() && !PAPER.contains(account.channel());
    }

    private boolean byMachine(long interactionId) {
        return interactions.lastInbound(interactionId).filter(message -> message.notices().stream().anyMatch(BY_MACHINE::contains)).isPresent();
    }

    /**
     * Writes something to a customer by itself, within the bounds of a day.
     *
     * @param account it leaves by; not always the conversation's
     * @return false when he was written too much today
     */
    public boolean notice(Interaction interaction, ChannelAccount account, String recipient, String text) {
        return notice(interaction, account, recipient, () -> text);
    }

    /** Writes him what nobody else may read. @param text that is kept in the conversation @param secret that he gets instead @return false when he was written too much today */
    public boolean secret(Interaction interaction, ChannelAccount account, String recipient, String text, String secret) {
        return notice(interaction, account, recipient, () -> text, secret, List.of());
    }

    /** Writes him with files. @return false when he was written too much today */
    public boolean notice(Interaction interaction, ChannelAccount account, String recipient, String text, List<Attachment> files) {
        return notice(interaction, account, recipient, () -> text, null, files);
    }

    private boolean notice(Interaction interaction, ChannelAccount account, String recipient, Supplier<String> text) {
        return notice(interaction, account, recipient, text, null, List.of());
    }

    private boolean notice(Interaction interaction, ChannelAccount account, String recipient, Supplier<String> text, String secret, List<Attachment> files) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (outbox.automaticMails(recipient, today) >= MOST_A_DAY) {
            return false;
        }
        outbox.countAutomaticMail(recipient, today);
        Message message = Message.acknowledgement(interaction, account.name(interaction.language()), text.get(), now);
        interactions.add(message);
        files.forEach(file -> interactions.add(file.of(message)));
        OutboundMessage outbound = new OutboundMessage(message.id(), interaction.id(), account, recipient, true, now).secretly(secret);
        outbox.add(outbound);
        events.tell(new MessageQueued(outbound.id()));
        return true;
    }
}
