// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.customer.Customers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/** Keeps of which segment a customer was and which rule decided it, in the transaction in which it changed. */
@ApplicationScoped
public class SegmentHistory {
    @Inject
    Customers customers;
    @Inject
    Clock clock;

    void changed(@Observes SegmentChanged event) {
        customers.recordSegment(event.customerId(), event.before(), event.choice(), clock.instant());
    }
}
