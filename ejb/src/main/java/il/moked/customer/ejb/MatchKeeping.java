// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.customer.Matching;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;

/** Whoever becomes known, or other than before, is compared with those like him at once. Guests are not: what comes in from outside is never held up by it. */
@ApplicationScoped
class MatchKeeping {
    private static final Set<String> OF_PARTICULARS = Set.of("customer.changed", "customer.reach-added", "customer.reach-removed", "customer.identifier-added", "customer.identifier-removed");

    @Inject
    Matching matching;
    @Inject
    Clock clock;

    void registered(@Observes CustomerRegistered event) {
        matching.changed(event.customerId(), clock.instant());
    }

    void changed(@Observes CustomerChanged event) {
        if (OF_PARTICULARS.contains(event.action())) {
            matching.changed(event.customerId(), clock.instant());
        }
    }
}
