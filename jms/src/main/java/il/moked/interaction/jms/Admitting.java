// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.jms;

import il.moked.channel.ejb.Relay;
import il.moked.channel.jms.InboundMessages;
import il.moked.interaction.ejb.Intake;
import il.moked.shared.jms.DatabaseOutage;
import il.moked.shared.jms.MessagingLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;

/**
 * What every inbound listener does with a delivery. An error is written on the row and thrown, so that the broker
 * delivers again with growing pauses and at last to the dead letters. A database that is away spends no attempt: the
 * row is still waiting and the sweep will send it again.
 */
@ApplicationScoped
public class Admitting {
    @Inject
    Intake intake;
    @Inject
    Relay relay;

    void admit(Message delivery, Intake.Reading reading) {
        long inboundId = inboundId(delivery);
        try {
            intake.admit(inboundId, reading);
        } catch (RuntimeException failure) {
            if (DatabaseOutage.caused(failure)) {
                MessagingLog.LOG.databaseAway("intake");
                return;
            }
            relay.failed(inboundId, reason(failure));
            throw failure;
        }
    }

    void dead(Message delivery) {
        relay.dead(inboundId(delivery));
    }

    private static long inboundId(Message delivery) {
        try {
            return delivery.getLongProperty(InboundMessages.INBOUND_ID);
        } catch (JMSException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
