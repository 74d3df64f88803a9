// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.ejb;

import il.moked.customer.ejb.CustomersJoined;
import il.moked.promise.Promises;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** What a guest was promised is promised to the customer he proved to be, in the same transaction. */
@ApplicationScoped
public class JoinedPromises {
    @Inject
    Promises promises;

    void joined(@Observes CustomersJoined event) {
        promises.repoint(event.guestId(), event.customerId());
    }
}
