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

/** Reads faxes and letters. */
@MessageDriven(activationConfig = {
        @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = Destinations.INBOUND_PAPER),
        @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
        @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "${moked.jms.inbound-sessions:8}")})
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PaperListener implements MessageListener {
    @Inject
    Readings readings;

    @Override
    public void onMessage(Message delivery) {
        readings.admit(delivery);
    }
}
