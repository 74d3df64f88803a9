// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.access.ejb.CurrentUser;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Identification;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.interaction.ejb.Acknowledging;
import il.moked.interaction.ejb.Conversation;
import il.moked.interaction.ejb.CustomerTexts;
import il.moked.routing.ejb.ClosedNotice;
import il.moked.selfservice.Secret;
import il.moked.selfservice.SecureLink;
import il.moked.selfservice.SecureLink.Way;
import il.moked.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends a link to its customer: in the conversation it belongs to when that is written, else by text message, else by mail. What is kept
 * in the conversation says only that it was sent; the address leaves with the message and is forgotten with it. In a chat, which is read
 * from what is kept, it stands until the link is over.
 */
@ApplicationScoped
class LinkLeaving {
    private static final String CLOSED = "LINK";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
    private static final int LONGEST_NAME = 80;
    private static final Set<Channel> PAPER = EnumSet.of(Channel.FAX, Channel.POST);

    @Inject
    Interactions interactions;
    @Inject
    Customers customers;
    @Inject
    ChannelAccounts accounts;
    @Inject
    ClosedNotice notice;
    @Inject
    Conversation conversation;
    @Inject
    Acknowledging acknowledging;
    @Inject
    CustomerTexts texts;
    @Inject
    CurrentUser currentUser;
    @Inject
    LinkTerms terms;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    /** @param wished null for whatever fits best @throws BusinessException {@code selfservice.link-no-way}, {@code selfservice.link-many} when he was written too much today */
    void leave(SecureLink link, Secret token, Way wished) {
        String address = terms.address(token);
        Optional<Interaction> there = link.interactionId().map(interactions::getLocked);
        if ((wished == null || wished == Way.CONVERSATION) && there.filter(this::written).isPresent()) {
            inConversation(link, there.get(), address);
            return;
        }
        Customer customer = customers.get(link.customerId()).current();
        if (wished != Way.EMAIL && wished != Way.CONVERSATION && elsewhere(link, there, customer, Channel.SMS, address) || wished != Way.SMS && wished != Way.CONVERSATION && elsewhere(link, there, customer, Channel.EMAIL, address)) {
            return;
        }
        throw new BusinessException("selfservice.link-no-way");
    }

    /** In a chat only its owner writes; what is printed on paper opens nothing. */
    private boolean written(Interaction interaction) {
        if (!interaction.open() || interaction.channel().spoken() || PAPER.contains(interaction.channel())) {
            return false;
        }
        return interaction.channel().live() ? interaction.ownedBy(currentUser.get().id()) : interaction.replyAddress().isPresent();
    }

    private void inConversation(SecureLink link, Interaction there, String address) {
        ChannelAccount account = accounts.get(there.accountId());
        if (there.channel().live()) {
            String composition = "link-" + link.reference();
            conversation.reply(there.id(), composition, said(link, account, address));
            link.sent(Way.CONVERSATION, there.id(), interactions.messageComposed(composition).map(Message::id).orElseThrow());
            return;
        }
        if (!acknowledging.secret(there, account, there.replyAddress().orElseThrow(), kept(link), said(link, account, address))) {
            throw new BusinessException("selfservice.link-many");
        }
        link.sent(there.channel() == Channel.SMS ? Way.SMS : there.channel() == Channel.EMAIL ? Way.EMAIL : Way.CONVERSATION, there.id(), null);
    }

    private boolean elsewhere(SecureLink link, Optional<Interaction> there, Customer customer, Channel channel, String address) {
        Optional<ClosedNotice.Way> found = notice.way(channel, customer.reached(channel == Channel.SMS ? ContactPoint.Kind.PHONE : ContactPoint.Kind.EMAIL).stream().findFirst());
        if (found.isEmpty()) {
            return false;
        }
        ClosedNotice.Way way = found.get();
        Interaction interaction = there.orElseGet(() -> notice.begin(customer, Identification.CONTACT_POINT, way, link.language(), texts.text("link-subject." + link.kind(), link.language())));
        if (!acknowledging.secret(interaction, way.account(), way.address(), kept(link), said(link, way.account(), address))) {
            throw new BusinessException("selfservice.link-many");
        }
        if (there.isEmpty()) {
            notice.close(interaction, CLOSED);
        }
        link.sent(channel == Channel.SMS ? Way.SMS : Way.EMAIL, interaction.id(), null);
        return true;
    }

    private String kept(SecureLink link) {
        return texts.text("link-kept." + link.kind(), link.language(), link.title());
    }

    private String said(SecureLink link, ChannelAccount account, String address) {
        String until = MOMENT.format(link.expiresAt().atZone(zone));
        String organisation = account.name(link.language());
        String text = texts.text("link-sent." + link.kind(), link.language(), address, until, organisation);
        if (account.channel() != Channel.EMAIL) {
            return text;
        }
        String name = customers.get(link.customerId()).current().displayName();
        return texts.text("link-mail", link.language(), name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name, text, organisation);
    }
}
