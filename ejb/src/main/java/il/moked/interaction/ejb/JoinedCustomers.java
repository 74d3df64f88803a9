// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.customer.Merges;
import il.moked.customer.ejb.CustomersJoined;
import il.moked.customer.ejb.CustomersMerged;
import il.moked.customer.ejb.MergeUndone;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;

/** Conversations go along when customers become one; of a guest's it is certain from then on whose they are. What they and their messages are found by follows in the index. */
@ApplicationScoped
public class JoinedCustomers {
    @Inject
    Merges merges;
    @Inject
    IndexBuilding building;
    @Resource
    ManagedExecutorService threads;

    void joined(@Observes CustomersJoined event) {
        merges.change(event.mergeId(), "interaction", "identification", "CONFIRMED", "t.customer_id = " + event.customerId());
    }

    void joinedForGood(@Observes(during = TransactionPhase.AFTER_SUCCESS) CustomersJoined event) {
        index(event.customerId(), event.guestId());
    }

    void merged(@Observes(during = TransactionPhase.AFTER_SUCCESS) CustomersMerged event) {
        index(event.customerId(), event.goneId());
    }

    void undone(@Observes(during = TransactionPhase.AFTER_SUCCESS) MergeUndone event) {
        index(event.customerId(), event.goneId());
        index(event.goneId(), event.customerId());
    }

    /** @param goneId the other of the two, of whom only the customer himself is indexed */
    private void index(long customerId, long goneId) {
        threads.submit(() -> {
            building.again(List.of(customerId, goneId));
            long before = Long.MAX_VALUE;
            do {
                before = building.ofCustomer(customerId, before);
            } while (before > 0);
        });
    }
}
