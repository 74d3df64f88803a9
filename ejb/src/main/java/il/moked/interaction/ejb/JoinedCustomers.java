// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.customer.ejb.CustomerRegistered;
import il.moked.customer.ejb.CustomersJoined;
import il.moked.interaction.Interactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Moves the conversations of a guest to the customer he proved to be, in the same transaction; of one who was registered himself it is sure now whose they are. */
@ApplicationScoped
public class JoinedCustomers {
    @Inject
    Interactions interactions;

    void joined(@Observes CustomersJoined event) {
        interactions.repoint(event.guestId(), event.customerId());
    }

    void registered(@Observes CustomerRegistered event) {
        if (event.wasGuest()) {
            interactions.repoint(event.customerId(), event.customerId());
        }
    }
}
