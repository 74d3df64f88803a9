// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms;

import il.moked.access.Role;
import il.moked.channel.Channel;
import il.moked.interaction.ejb.Delivery;
import il.moked.interaction.ejb.Delivery.Leaving;
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
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Sends what is in the outbox. Never throws: an outbox row that was not begun is handed over again by the sweep, and one
 * that was begun must not be begun again by the broker. Each account has a few turns at a time: a provider that answers
 * nobody holds up its own messages only.
 */
@MessageDriven(activationConfig = {
        @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = Destinations.OUTBOUND),
        @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
        @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "${moked.jms.outbound-sessions:8}")})
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

    @Inject
    AccountTurns turns;

    @Override
    public void onMessage(Message message) {
        long outboundId = outboundId(message);
        Optional<Leaving> leaving = leaving(outboundId);
        if (leaving.isEmpty() || !turns.take(leaving.get().accountId(), outboundId)) {
            return;
        }
        for (OptionalLong next = OptionalLong.of(outboundId); next.isPresent(); next = turns.next(leaving.get().accountId())) {
            carry(next.getAsLong());
        }
    }

    private void carry(long outboundId) {
        try {
            begin(outboundId).ifPresent(outgoing -> settle(outboundId, send(outgoing)));
        } catch (RuntimeException broken) {
            // whoever waits for this turn must get it
            MessagingLog.LOG.notBegun(outboundId, String.valueOf(broken));
        }
    }

    private Optional<Leaving> leaving(long outboundId) {
        try {
            return delivery.leaving(outboundId).filter(leaving -> gateway(leaving.channel()).map(gateway -> gateway.here(leaving.account(), leaving.settings())).orElse(true));
        } catch (EJBException failure) {
            return notNow(outboundId, failure);
        }
    }

    private Optional<Outgoing> begin(long outboundId) {
        try {
            return delivery.begin(outboundId, (channel, interactionId, fromAddress) -> gateway(channel).flatMap(gateway -> gateway.name(interactionId, fromAddress)));
        } catch (EJBException failure) {
            if (!DatabaseOutage.caused(failure)) {
                settle(outboundId, "not begun", () -> delivery.notBegun(outboundId, String.valueOf(failure.getMessage())));
            }
            return notNow(outboundId, failure);
        }
    }

    private static <T> Optional<T> notNow(long outboundId, EJBException failure) {
        if (DatabaseOutage.caused(failure)) {
            MessagingLog.LOG.databaseAway("outbox");
        } else {
            MessagingLog.LOG.notBegun(outboundId, String.valueOf(failure.getMessage()));
        }
        return Optional.empty();
    }

    private Optional<ChannelGateway> gateway(Channel channel) {
        return gateways.stream().filter(gateway -> gateway.channels().contains(channel)).findFirst();
    }

    private Dispatch send(Outgoing outgoing) {
        try {
            return gateway(outgoing.channel()).map(gateway -> gateway.send(outgoing)).orElseGet(() -> new Dispatch.Unfit("nothing is sent on " + outgoing.channel()));
        } catch (IllegalArgumentException unfit) {
            return new Dispatch.Unfit(unfit.getMessage());
        } catch (RuntimeException broken) {
            // nobody knows how far it came
            return new Dispatch.Unknown(broken.toString());
        }
    }

    private void settle(long outboundId, Dispatch dispatch) {
        if (dispatch instanceof Dispatch.Accepted accepted) {
            settle(outboundId, "accepted", () -> delivery.accepted(outboundId, accepted.providerIds()));
        } else if (dispatch instanceof Dispatch.Away away) {
            MessagingLog.LOG.notDelivered(outboundId, "provider away", withoutAddresses(away.why()));
            settle(outboundId, "postponed", () -> delivery.postponed(outboundId, away.cause(), away.why()));
        } else if (dispatch instanceof Dispatch.NotSent not) {
            MessagingLog.LOG.notDelivered(outboundId, "not sent", withoutAddresses(not.why()));
            settle(outboundId, "not sent", () -> delivery.notSent(outboundId, not.why()));
        } else if (dispatch instanceof Dispatch.Refused refused) {
            MessagingLog.LOG.notDelivered(outboundId, "refused", withoutAddresses(refused.why()));
            settle(outboundId, "refused", () -> delivery.refused(outboundId, refused.why()));
        } else if (dispatch instanceof Dispatch.Unfit unfit) {
            MessagingLog.LOG.notDelivered(outboundId, "unfit", withoutAddresses(unfit.why()));
            settle(outboundId, "unfit", () -> delivery.unfit(outboundId, unfit.why()));
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
