// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr.ejb;

import il.moked.order.ejb.OrderActed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Whichever is committed last, that a caller asked or that the page is there, sends the link. */
@ApplicationScoped
class LinksAwaited {
    private static final String PAGE_MADE = "order.payment-open";

    @Inject
    PayLinkSending sending;

    void asked(@Observes(during = TransactionPhase.AFTER_SUCCESS) LinkAsked event) {
        sending.send(event.orderId());
    }

    void made(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderActed event) {
        if (PAGE_MADE.equals(event.action())) {
            sending.send(event.orderId());
        }
    }
}
