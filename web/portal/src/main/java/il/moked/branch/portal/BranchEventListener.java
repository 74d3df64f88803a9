// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

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

/** Hears on every node what happens at branches, and lets their displays look again. */
@MessageDriven(activationConfig = {
        @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/topic/moked/Events"),
        @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Topic"),
        @ActivationConfigProperty(propertyName = "messageSelector", propertyValue = "forCustomers = TRUE"),
        @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")})
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class BranchEventListener implements MessageListener {
    private static final String BRANCH = "branch:";

    @Inject
    BranchAudience audience;

    @Override
    public void onMessage(Message message) {
        String event = "?";
        try {
            event = ((TextMessage) message).getText();
            Notice.read(event).stream().flatMap(notice -> notice.audience().stream()).filter(whom -> whom.startsWith(BRANCH)).distinct().forEach(whom -> audience.told(Long.parseLong(whom.substring(BRANCH.length()))));
        } catch (JMSException | JsonException | ClassCastException | NumberFormatException strange) {
            PortalLog.LOG.eventNotUnderstood(event);
        }
    }
}
