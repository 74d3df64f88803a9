// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms;

import il.moked.channel.Inbox;
import il.moked.channel.Lane;
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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Wakes the listeners of the inbox: after commit the lane in which something new waits, and the sweep whatever that lost.
 * While a lane's wake-up is on its way, another would change nothing and is not sent. A row that failed goes to the
 * broker by itself, to be delivered again with growing pauses.
 */
@ApplicationScoped
public class InboundMessages {
    /** Message property with the channel, where several share a queue. */
    public static final String CHANNEL = "channel";
    /** Message property with a lane's number, in a wake-up. */
    public static final String LANE = "lane";
    /** Message property with the inbox row's id, for a row by itself. */
    public static final String INBOUND_ID = "inbound";

    private final Set<Lane> woken = ConcurrentHashMap.newKeySet();

    @Resource(lookup = Destinations.INBOUND_EMAIL)
    Queue email;
    @Resource(lookup = Destinations.INBOUND_FORM)
    Queue form;
    @Resource(lookup = Destinations.INBOUND_CHAT)
    Queue chat;
    @Resource(lookup = Destinations.INBOUND_CALL)
    Queue call;
    @Resource(lookup = Destinations.INBOUND_TEXT)
    Queue text;
    @Resource(lookup = Destinations.INBOUND_PAPER)
    Queue paper;
    @Inject
    Sending sending;

    void accepted(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessageAccepted event) {
        wake(event.lane());
    }

    private void wake(Lane lane) {
        if (woken.add(lane)) {
            send(lane, LANE, lane.number());
        }
    }

    /** A lane's listener begins: whatever comes from now on needs another wake-up. */
    public void begun(Lane lane) {
        woken.remove(lane);
    }

    public void again(Inbox.Waiting row) {
        send(row.lane(), INBOUND_ID, row.id());
    }

    void sweep(Relay relay) {
        for (Inbox.Waiting row : relay.takeStale()) {
            begun(row.lane());
            again(row);
        }
    }

    private void send(Lane lane, String property, long value) {
        Queue queue = switch (lane.channel()) {
            case EMAIL -> email;
            case FORM -> form;
            case CHAT -> chat;
            case PHONE -> call;
            case FAX, POST -> paper;
            default -> text;
        };
        // one consumer a lane: the group keeps its order
        String group = lane.channel() + "-" + lane.number();
        sending.send(queue, (context, producer) -> producer.setProperty("JMSXGroupID", group).setProperty(CHANNEL, lane.channel().name()).setProperty(property, value).send(queue, (String) null));
    }
}
