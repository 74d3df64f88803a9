// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr.ejb;

import il.moked.access.Role;
import il.moked.interaction.Interactions;
import il.moked.ivr.MenuWalks;
import il.moked.ivr.PayLink;
import il.moked.order.ejb.Paying;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** The page to pay on is there only after the provider was asked: then the link leaves, once. */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
public class PayLinkSending {
    @Inject
    MenuWalks walks;
    @Inject
    Interactions interactions;
    @Inject
    Paying paying;
    @Inject
    Clock clock;

    /** For orders whose page was made, or was there already. */
    @Asynchronous
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void send(long orderId) {
        walks.unsentLocked(orderId).forEach(this::send);
    }

    private void send(PayLink link) {
        long conversation = walks.conversationOf(link);
        interactions.getLocked(conversation);
        if (paying.sendLinkToCaller(link.paymentId(), conversation).isPresent()) {
            link.sent(clock.instant());
        }
    }
}
