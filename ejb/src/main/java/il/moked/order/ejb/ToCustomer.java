// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.access.ejb.CurrentUser;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.ejb.Acknowledging;
import il.moked.interaction.ejb.Conversation;
import il.moked.shared.BusinessException;
import il.moked.shared.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Sends something of a sale where the customer is: as an answer in its conversation when that is written and the caller's own, else by text message, else by mail. */
@ApplicationScoped
class ToCustomer {
    @Inject
    Interactions interactions;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Conversation conversation;
    @Inject
    Acknowledging acknowledging;
    @Inject
    CurrentUser currentUser;

    /** @param composition the same again is not sent again in the conversation @throws BusinessException {@code order.no-conversation}, {@code order.no-way} when he can be reached by neither */
    Paying.Sent send(Long interactionId, String composition, String text) {
        if (interactionId == null) {
            throw new BusinessException("order.no-conversation");
        }
        Interaction sale = interactions.get(interactionId);
        boolean written = !sale.channel().spoken() && (sale.channel().live() || sale.replyAddress().isPresent());
        if (written && sale.open() && sale.ownedBy(currentUser.get().id())) {
            conversation.reply(sale.id(), composition, text);
            return Paying.Sent.CONVERSATION;
        }
        return elsewhere(sale, text);
    }

    private Paying.Sent elsewhere(Interaction sale, String text) {
        return outside(sale.id(), text).orElseThrow(() -> new BusinessException("order.no-way"));
    }

    /** Whether the conversation is that customer's. */
    boolean concerns(long interactionId, long customerId) {
        return interactions.get(interactionId).customer().current().id() == customerId;
    }

    /** By text message, else by mail. @return empty when he can be reached by neither, or was written too much today */
    Optional<Paying.Sent> outside(long interactionId, String text) {
        Interaction sale = interactions.get(interactionId);
        Customer customer = sale.customer().current();
        Optional<ChannelAccount> sms = accounts.enabled(Channel.SMS).stream().findFirst();
        Optional<PhoneNumber> mobile = customer.contactPoints().stream().filter(point -> point.kind() == ContactPoint.Kind.PHONE).map(point -> new PhoneNumber(point.address())).filter(PhoneNumber::mobile).findFirst();
        if (sms.isPresent() && mobile.isPresent() && acknowledging.notice(sale, sms.get(), mobile.get().value(), text)) {
            return Optional.of(Paying.Sent.SMS);
        }
        Optional<ChannelAccount> email = accounts.enabled(Channel.EMAIL).stream().findFirst();
        Optional<String> address = customer.contactPoints().stream().filter(point -> point.kind() == ContactPoint.Kind.EMAIL).map(ContactPoint::address).findFirst();
        if (email.isPresent() && address.isPresent() && acknowledging.notice(sale, email.get(), address.get(), text)) {
            return Optional.of(Paying.Sent.EMAIL);
        }
        return Optional.empty();
    }
}
