// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.ejb.CurrentUser;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.MessagingWindow;
import il.moked.channel.OutboundMessage;
import il.moked.channel.Outbox;
import il.moked.channel.Template;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Writing to a customer when free text may not be sent: until when it may, which approved texts there are, and sending one. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class Templates {
    @Inject
    il.moked.channel.Templates templates;
    @Inject
    Interactions interactions;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Outbox outbox;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @param text as approved, with its places @param places how many there are to fill */
    public record TemplateLine(long id, String name, String language, String text, int places) {
    }

    /** Until when free text reaches the customer in this conversation. */
    public MessagingWindow window(long interactionId) {
        Interaction interaction = interactions.get(interactionId);
        return MessagingWindow.of(interaction.channel(), interactions.lastInbound(interactionId).map(Message::at).orElse(null));
    }

    /** The texts that may be sent in this conversation; none where its channel knows no templates. */
    public List<TemplateLine> list(long interactionId) {
        Interaction interaction = interactions.get(interactionId);
        if (!MessagingWindow.templates(interaction.channel())) {
            return List.of();
        }
        return templates.of(interaction.accountId()).stream().map(template -> new TemplateLine(template.id(), template.name(), template.language(), template.text(), template.places())).toList();
    }

    /**
     * Sends a template. Sending the same composition again does nothing.
     *
     * @param composition a new id of the sender's choice
     * @param parameters what stands in the places, one short line each
     * @throws BusinessException {@code interaction.not-owner}, {@code interaction.closed}, {@code channel.template-parameters}, {@code channel.unknown-template},
     *         {@code channel.no-templates}
     */
    public void send(long interactionId, String composition, long templateId, List<String> parameters) {
        StaffUser author = currentUser.get();
        Interaction interaction = interactions.getLocked(interactionId);
        if (interactions.composed(composition)) {
            return;
        }
        interaction.refuseIfClosed();
        if (!interaction.ownedBy(author.id())) {
            throw new BusinessException("interaction.not-owner", interaction.owner().map(owner -> owner.name(author.language())).orElse("–"));
        }
        String recipient = interaction.replyAddress().filter(address -> MessagingWindow.templates(interaction.channel())).orElseThrow(() -> new BusinessException("channel.no-templates"));
        Template template = templates.get(interaction.accountId(), templateId);
        String text = template.filled(parameters);
        Instant now = clock.instant();
        Message message = Message.outbound(interaction, author.name(interaction.language()), author.id(), text, composition, now);
        interactions.add(message);
        interactions.flush();
        templates.used(message.id(), template, parameters);
        ChannelAccount account = accounts.get(interaction.accountId());
        OutboundMessage outbound = new OutboundMessage(message.id(), interaction.id(), account, recipient, false, now);
        outbox.add(outbound);
        events.tell(new MessageQueued(outbound.id()));
        events.tell(new ReplyWritten(interaction.id(), message.id(), interaction.channel(), interaction.customer().id()));
    }
}
