// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.desk;

import il.moked.shared.ejb.Notice;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.json.JsonException;

/** Hears on every node what happened anywhere and pokes the pages of this node. One consumer: pokes keep their order. */
@MessageDriven(activationConfig = {
        @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/topic/moked/Events"),
        @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Topic"),
        @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")})
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeskListener implements MessageListener {
    @Inject
    Sockets sockets;

    @Override
    public void onMessage(Message message) {
        try {
            Notice.read(message.getBody(String.class)).forEach(sockets::tell);
        } catch (JMSException | JsonException | ClassCastException | NullPointerException unreadable) {
            DeskLog.LOG.unreadableEvent(unreadable.getClass().getSimpleName());
        }
    }
}
