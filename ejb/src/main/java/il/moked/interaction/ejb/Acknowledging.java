// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.channel.ChannelAccount;
import il.moked.channel.OutboundMessage;
import il.moked.channel.Outbox;
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
import java.util.Optional;

/**
 * Tells a customer at once that his mail or form arrived, with its reference. Only for the first message of a
 * conversation, never to a machine, and at most {@link #MOST_A_DAY} automatic mails an address and day (the figure of
 * OTRS and Znuny), so that two automata can never keep each other writing.
 */
@ApplicationScoped
public class Acknowledging {
    static final int MOST_A_DAY = 40;

    @Inject
    Interactions interactions;
    @Inject
    Outbox outbox;
    @Inject
    CustomerTexts texts;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @return what to write to him; empty when he is to get nothing */
    Optional<Message> receipt(Interaction interaction, ChannelAccount account) {
        String recipient = interaction.replyAddress().orElse(null);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!account.acknowledges() || account.channel().live() || recipient == null || outbox.automaticMails(recipient, today) >= MOST_A_DAY) {
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
}
