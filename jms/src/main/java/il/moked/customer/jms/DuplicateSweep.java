// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.jms;

import il.moked.access.Role;
import il.moked.customer.ejb.DuplicateSearchSteps;
import il.moked.shared.ejb.CrossedLocks;
import il.moked.shared.ejb.ThisNode;
import il.moked.shared.jms.DatabaseOutage;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** A search for duplicates is driven by whichever node holds it, beside the daily work; what comes late for customers who were merged follows them. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DuplicateSweep {
    /** In one go, so that a node that is stopped leaves soon. */
    private static final int MOST_STEPS = 200;
    private static final int LONGEST_NODE = 80;

    @Inject
    DuplicateSearchSteps steps;
    @Inject
    ThisNode node;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void search() {
        String by = node.name(LONGEST_NODE);
        guarded(() -> {
            for (int step = 0; step < MOST_STEPS && CrossedLocks.retried(() -> steps.next(by)); step++) {
                // one step after another
            }
        });
    }

    @Schedule(hour = "*", minute = "*", second = "25", persistent = false)
    void followLate() {
        guarded(() -> steps.lately().forEach(merge -> CrossedLocks.retried(() -> steps.follow(merge))));
    }

    private static void guarded(Runnable step) {
        DatabaseOutage.tolerated("looking for duplicates", step);
    }
}
