// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony.asterisk;

import il.moked.routing.ejb.ListenInAsked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** A supervisor hears a call as soon as his wish is stored. */
@ApplicationScoped
public class ListenIns {
    @Inject
    ListenInCarrying carrying;

    void asked(@Observes(during = TransactionPhase.AFTER_SUCCESS) ListenInAsked event) {
        if (event.interactionId() != null) {
            carrying.carry(event);
        }
    }
}
