// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.shared.ejb.Notice;
import il.moked.shared.portal.PortalLog;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;
import jakarta.json.JsonException;

/** Hears on every node what happened anywhere, and lets the chat windows it concerns look again. One consumer: a topic gives each its own copy. */
@MessageDriven(activationConfig = {
        @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/topic/moked/Events"),
        @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Topic"),
        @ActivationConfigProperty(propertyName = "messageSelector", propertyValue = "forCustomers = TRUE"),
        @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")})
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class ChatEventListener implements MessageListener {
    @Inject
    ChatAudience audience;

    @Override
    public void onMessage(Message message) {
        String event = "?";
        try {
            event = ((TextMessage) message).getText();
            Notice.read(event).forEach(notice -> audience.told(notice.audience()));
        } catch (JMSException | JsonException | ClassCastException strange) {
            PortalLog.LOG.eventNotUnderstood(event);
        }
    }
}
