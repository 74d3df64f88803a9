// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.customer.Behaviour;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.PurchaseHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** A customer bought or returned something: what that says of him is summed anew, and his segment follows at once. */
@ApplicationScoped
public class Behaving {
    @Inject
    Customers customers;
    @Inject
    Segmentation segmentation;
    @Inject
    Instance<PurchaseHistory> history;
    @Inject
    Clock clock;

    /** Sums what is stored by now. A guest has no segment: his purchases count when he is joined into a known customer. */
    public void bought(long customerId) {
        Customer customer = customers.getLocked(customerId);
        if (!customer.guest() && history.isResolvable()) {
            segmentation.behaves(customer, history.get().of(List.of(customer.id()), clock.instant().minus(Behaviour.YEAR)).get(customer.id()));
        }
    }
}
