// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms;

import il.moked.channel.Channel;
import il.moked.channel.Inbox;
import il.moked.channel.ejb.MessageAccepted;
import il.moked.channel.ejb.Relay;
import il.moked.shared.jms.Destinations;
import il.moked.shared.jms.Sending;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.jms.Queue;

/**
 * Hands inbox rows to their channel's queue: at once after commit, or by the sweep if that got lost. Messages of one
 * sender share a group, so that they are worked on in order.
 */
@ApplicationScoped
public class InboundMessages {
    /** Message property with the inbox row's id. */
    public static final String INBOUND_ID = "inbound";
    /** Senders are spread over this many groups: the broker keeps a place for each group for ever. */
    private static final int GROUPS = 256;

    @Resource(lookup = Destinations.INBOUND_EMAIL)
    Queue email;
    @Resource(lookup = Destinations.INBOUND_FORM)
    Queue form;
    @Resource(lookup = Destinations.INBOUND_CHAT)
    Queue chat;
    @Inject
    Sending sending;

    void accepted(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessageAccepted event) {
        send(event.inboundId(), event.channel(), event.sender());
    }

    void again(Relay relay) {
        for (Inbox.Waiting row : relay.takeStale()) {
            send(row.id(), row.channel(), row.sender());
        }
    }

    private void send(long inboundId, Channel channel, String sender) {
        Queue queue = switch (channel) {
            case EMAIL -> email;
            case FORM -> form;
            case CHAT -> chat;
        };
        String group = Integer.toString(Math.floorMod(sender.hashCode(), GROUPS));
        sending.send(queue, (context, producer) -> producer.setProperty("JMSXGroupID", group).setProperty(INBOUND_ID, inboundId).send(queue, (String) null));
    }
}
