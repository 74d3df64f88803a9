// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.jms;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.transaction.Transactional;
import java.util.function.BiConsumer;

/**
 * Sends without waiting for the broker's disk: whatever is sent here can be read again from the database by a sweep, so
 * losing the broker's store loses nothing. When the broker is down the sender goes on; the sweep catches up.
 */
@ApplicationScoped
public class Sending {
    @Resource(lookup = Destinations.SENDER)
    ConnectionFactory connections;

    /** Outside any transaction: it is called after commit, when the server still holds the finished transaction on the thread. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void send(Destination destination, BiConsumer<JMSContext, JMSProducer> step) {
        try (JMSContext context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            step.accept(context, context.createProducer().setDeliveryMode(DeliveryMode.NON_PERSISTENT));
        } catch (JMSRuntimeException brokerDown) {
            MessagingLog.LOG.notSent(String.valueOf(destination), brokerDown.getMessage());
        }
    }
}
