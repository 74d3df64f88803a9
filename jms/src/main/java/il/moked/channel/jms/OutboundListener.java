// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms;

import il.moked.access.Role;
import il.moked.channel.Channel;
import il.moked.interaction.ejb.Delivery;
import il.moked.interaction.ejb.Delivery.Outgoing;
import il.moked.shared.jms.DatabaseOutage;
import il.moked.shared.jms.Destinations;
import il.moked.shared.jms.MessagingLog;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Sends what is in the outbox. Never throws: an outbox row that was not begun is handed over again by the sweep, and one
 * that was begun must not be begun again by the broker.
 */
@MessageDriven(activationConfig = {
        @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = Destinations.OUTBOUND),
        @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
        @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "${moked.jms.outbound-sessions:4}")})
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboundListener implements MessageListener {
    /** Together 30 seconds: how long a database that is being restarted is waited for with an outcome in hand. */
    private static final int MOST_TRIES = 5;

    @Inject
    Delivery delivery;
    @Inject
    @Any
    Instance<ChannelGateway> gateways;

    @Override
    public void onMessage(Message message) {
        long outboundId = outboundId(message);
        begin(outboundId).ifPresent(outgoing -> settle(outboundId, send(outgoing)));
    }

    private Optional<Outgoing> begin(long outboundId) {
        try {
            return delivery.begin(outboundId, (channel, interactionId, fromAddress) -> gateway(channel).flatMap(gateway -> gateway.name(interactionId, fromAddress)));
        } catch (EJBException failure) {
            if (DatabaseOutage.caused(failure)) {
                MessagingLog.LOG.databaseAway("outbox");
            } else {
                MessagingLog.LOG.notBegun(outboundId, String.valueOf(failure.getMessage()));
            }
            return Optional.empty();
        }
    }

    private Optional<ChannelGateway> gateway(Channel channel) {
        return gateways.stream().filter(gateway -> gateway.channels().contains(channel)).findFirst();
    }

    private Dispatch send(Outgoing outgoing) {
        try {
            return gateway(outgoing.channel()).map(gateway -> gateway.send(outgoing)).orElseGet(() -> new Dispatch.Refused("nothing is sent on " + outgoing.channel()));
        } catch (IllegalArgumentException unfit) {
            return new Dispatch.Refused(unfit.getMessage());
        }
    }

    private void settle(long outboundId, Dispatch dispatch) {
        if (dispatch instanceof Dispatch.Accepted accepted) {
            settle(outboundId, "accepted", () -> delivery.accepted(outboundId, accepted.providerIds()));
        } else if (dispatch instanceof Dispatch.Away away) {
            MessagingLog.LOG.notDelivered(outboundId, "provider away", withoutAddresses(away.why()));
            settle(outboundId, "postponed", () -> delivery.postponed(outboundId, away.why()));
        } else if (dispatch instanceof Dispatch.NotSent not) {
            MessagingLog.LOG.notDelivered(outboundId, "not sent", withoutAddresses(not.why()));
            settle(outboundId, "not sent", () -> delivery.notSent(outboundId, not.why()));
        } else if (dispatch instanceof Dispatch.Refused refused) {
            MessagingLog.LOG.notDelivered(outboundId, "refused", withoutAddresses(refused.why()));
            settle(outboundId, "refused", () -> delivery.refused(outboundId, refused.why()));
        } else if (dispatch instanceof Dispatch.Unknown unknown) {
            MessagingLog.LOG.notDelivered(outboundId, "unknown", withoutAddresses(unknown.why()));
            settle(outboundId, "unknown", () -> delivery.unknown(outboundId, unknown.why()));
        }
    }

    private static void settle(long outboundId, String outcome, Runnable step) {
        for (int attempt = 1; attempt <= MOST_TRIES; attempt++) {
            try {
                step.run();
                return;
            } catch (EJBException failure) {
                if (attempt == MOST_TRIES || !DatabaseOutage.caused(failure) || !paused(1L << attempt)) {
                    MessagingLog.LOG.outcomeLost(outcome, outboundId, String.valueOf(failure.getMessage()));
                    return;
                }
                MessagingLog.LOG.databaseAway("outbox");
            }
        }
    }

    private static boolean paused(long seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
            return true;
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Servers repeat the customer's address, which does not belong into a log. */
    private static String withoutAddresses(String words) {
        return String.valueOf(words).replaceAll("\\S+@\\S+", "…");
    }

    private static long outboundId(Message message) {
        try {
            return message.getLongProperty(OutboundMessages.OUTBOUND_ID);
        } catch (JMSException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
