// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.customer.ejb.CustomerNamed;
import il.moked.order.Purchases;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** It became known under which name another system knows a customer: what was bought there under it is his. */
@ApplicationScoped
class NamedPurchases {
    @Inject
    Purchases purchases;
    @Inject
    DomainEvents events;

    void named(@Observes CustomerNamed event) {
        follow(event.source(), event.name(), event.customerId());
    }

    /** @return how many documents became his */
    int follow(String source, String name, long customerId) {
        int documents = purchases.belongTo(customerId, source, name);
        if (documents > 0) {
            events.tell(new Purchased(customerId));
        }
        return documents;
    }
}
