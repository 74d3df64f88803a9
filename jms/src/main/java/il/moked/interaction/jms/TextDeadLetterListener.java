// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.jms;

import il.moked.access.Role;
import il.moked.shared.jms.Destinations;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** The broker gave up on a delivery: its row now waits for an administrator. */
@MessageDriven(activationConfig = {
        @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = Destinations.INBOUND_TEXT_DEAD),
        @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
        @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")})
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TextDeadLetterListener implements MessageListener {
    @Inject
    Admitting admitting;

    @Override
    public void onMessage(Message delivery) {
        admitting.dead(delivery);
    }
}
