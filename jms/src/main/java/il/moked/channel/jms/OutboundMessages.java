// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms;

import il.moked.interaction.ejb.MessageQueued;
import il.moked.shared.jms.Destinations;
import il.moked.shared.jms.Sending;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.jms.Queue;

/** Hands outbox rows to the senders: at once after commit, or by the sweep. Handing one over twice is harmless: only one begins. */
@ApplicationScoped
public class OutboundMessages {
    static final String OUTBOUND_ID = "outbound";

    @Resource(lookup = Destinations.OUTBOUND)
    Queue outbound;
    @Inject
    Sending sending;

    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessageQueued event) {
        send(event.outboundId());
    }

    void send(long outboundId) {
        sending.send(outbound, (context, producer) -> producer.setProperty(OUTBOUND_ID, outboundId).send(outbound, (String) null));
    }
}
