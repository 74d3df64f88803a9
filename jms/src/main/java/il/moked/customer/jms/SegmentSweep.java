// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.jms;

import il.moked.access.Role;
import il.moked.customer.ejb.Resegmenting;
import il.moked.shared.jms.DatabaseOutage;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Changed segment rules, and every night the rules in force, reach all customers, bit by bit beside the daily work. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SegmentSweep {
    /** In one turn; a million customers take some minutes. */
    private static final int MOST_STEPS = 50;

    @Inject
    Resegmenting resegmenting;

    @Schedule(hour = "*", minute = "*", second = "3/5", persistent = false)
    void go() {
        guarded(() -> {
            for (int step = 0; step < MOST_STEPS && resegmenting.step(); step++) {
                // a full step: there may be more
            }
        });
    }

    @Schedule(hour = "3", minute = "10", second = "0", persistent = false)
    void night() {
        guarded(resegmenting::beginNight);
    }

    private static void guarded(Runnable step) {
        DatabaseOutage.tolerated("segments", step);
    }
}
