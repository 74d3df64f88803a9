// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.jms;

import il.moked.access.Role;
import il.moked.routing.ejb.Assignment;
import il.moked.shared.jms.DatabaseOutage;
import il.moked.shared.jms.Destinations;
import il.moked.shared.jms.MessagingLog;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Runs assignment rounds of a team until nothing more can be offered. */
@MessageDriven(activationConfig = {
        @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = Destinations.ASSIGNMENT),
        @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
        @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4")})
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AssignmentListener implements MessageListener {
    @Inject
    Assignment assignment;
    @Inject
    AssignmentRequests requests;

    @Override
    public void onMessage(Message request) {
        long teamId;
        try {
            teamId = request.getLongProperty(AssignmentRequests.TEAM_ID);
        } catch (JMSException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        requests.begun(teamId);
        try {
            if (assignment.assign(teamId)) {
                requests.askLater(teamId);
            }
        } catch (RuntimeException failure) {
            if (!DatabaseOutage.caused(failure)) {
                throw failure;
            }
            MessagingLog.LOG.databaseAway("assignment");
        }
    }
}
