// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.access.ejb.CurrentUser;
import il.moked.channel.Channel;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.ejb.Acknowledging;
import il.moked.interaction.ejb.Conversation;
import il.moked.routing.ejb.ClosedNotice;
import il.moked.routing.ejb.ClosedNotice.Way;
import il.moked.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Sends something of a sale where the customer is: as an answer in its conversation when that is written and the caller's own, else by text message, else by mail. */
@ApplicationScoped
class ToCustomer {
    @Inject
    Interactions interactions;
    @Inject
    ClosedNotice notice;
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
        return outside(sale, Channel.SMS, customer.reached(ContactPoint.Kind.PHONE), text).map(sent -> Paying.Sent.SMS).or(() -> outside(sale, Channel.EMAIL, customer.reached(ContactPoint.Kind.EMAIL), text).map(sent -> Paying.Sent.EMAIL));
    }

    private Optional<Way> outside(Interaction sale, Channel channel, List<String> addresses, String text) {
        return notice.way(channel, addresses.stream().findFirst()).filter(way -> acknowledging.notice(sale, way.account(), way.address(), text));
    }
}
