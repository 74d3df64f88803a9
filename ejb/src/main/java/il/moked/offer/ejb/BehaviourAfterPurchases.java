// SPDX-License-Identifier: Apache-2.0
package il.moked.offer.ejb;

import il.moked.customer.ejb.Behaving;
import il.moked.customer.ejb.CustomersJoined;
import il.moked.customer.ejb.CustomersMerged;
import il.moked.customer.ejb.MergeUndone;
import il.moked.order.ejb.Purchased;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/**
 * What customers buy says something of them, and may make them customers of another segment. After the transaction of the
 * purchase, which must not wait for whoever holds the customer; what is lost on the way the night finds.
 */
@Stateless
@PermitAll
public class BehaviourAfterPurchases {
    @Inject
    Behaving behaving;

    @Asynchronous
    public void bought(@Observes(during = TransactionPhase.AFTER_SUCCESS) Purchased event) {
        behaving.bought(event.customerId());
    }

    @Asynchronous
    public void joined(@Observes(during = TransactionPhase.AFTER_SUCCESS) CustomersJoined event) {
        behaving.bought(event.customerId());
    }

    @Asynchronous
    public void merged(@Observes(during = TransactionPhase.AFTER_SUCCESS) CustomersMerged event) {
        behaving.bought(event.customerId());
    }

    @Asynchronous
    public void parted(@Observes(during = TransactionPhase.AFTER_SUCCESS) MergeUndone event) {
        behaving.bought(event.customerId());
        behaving.bought(event.goneId());
    }
}
