// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.jms;

import il.moked.channel.Channel;
import il.moked.channel.Inbox;
import il.moked.channel.Lane;
import il.moked.channel.ejb.Relay;
import il.moked.channel.jms.InboundMessages;
import il.moked.interaction.ejb.Intake;
import il.moked.shared.ejb.CrossedLocks;
import il.moked.shared.jms.DatabaseOutage;
import il.moked.shared.jms.MessagingLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.List;

/**
 * What every inbound listener does with a delivery. A wake-up lets it work on a lane until that is empty, several rows in
 * one transaction; when one of them fails they are tried one by one, and the one that fails is written so on its row and
 * sent again by itself. Failing by itself it is thrown, so that the broker delivers it with growing pauses and at last to
 * the dead letters. A database that is away spends no attempt: the rows are still waiting and the sweep will send them. Nor does one
 * that ended the transaction because two of them waited for each other: that is done again at once.
 */
@ApplicationScoped
public class Admitting {
    @Inject
    Intake intake;
    @Inject
    Relay relay;
    @Inject
    InboundMessages messages;

    void admit(Message delivery, Channel channel, Intake.Reading reading) {
        try {
            if (delivery.propertyExists(InboundMessages.LANE)) {
                work(new Lane(channel, (int) delivery.getLongProperty(InboundMessages.LANE)), reading);
            } else {
                alone(inboundId(delivery), reading);
            }
        } catch (JMSException unreadable) {
            throw new IllegalStateException(unreadable);
        } catch (RuntimeException failure) {
            if (!DatabaseOutage.caused(failure)) {
                throw failure;
            }
            MessagingLog.LOG.databaseAway("intake");
        }
    }

    private void work(Lane lane, Intake.Reading reading) {
        messages.begun(lane);
        for (List<Long> rows = relay.next(lane); !rows.isEmpty(); rows = relay.next(lane)) {
            work(lane, rows, reading);
        }
    }

    private void work(Lane lane, List<Long> rows, Intake.Reading reading) {
        try {
            CrossedLocks.retried(() -> intake.admit(rows, reading));
        } catch (RuntimeException failure) {
            if (DatabaseOutage.caused(failure)) {
                throw failure;
            }
            oneByOne(lane, rows, reading);
        }
    }

    private void oneByOne(Lane lane, List<Long> rows, Intake.Reading reading) {
        for (long row : rows) {
            try {
                alone(row, reading);
            } catch (RuntimeException failure) {
                if (DatabaseOutage.caused(failure)) {
                    throw failure;
                }
                messages.again(new Inbox.Waiting(row, lane));
            }
        }
    }

    private void alone(long row, Intake.Reading reading) {
        try {
            CrossedLocks.retried(() -> intake.admit(List.of(row), reading));
        } catch (RuntimeException failure) {
            if (!DatabaseOutage.caused(failure)) {
                relay.failed(row, reason(failure));
            }
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
