// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.jms;

import il.moked.access.Role;
import il.moked.routing.ejb.CountFolding;
import il.moked.shared.jms.DatabaseOutage;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** Every few seconds who became late is counted and what was counted is folded; every minute it is compared with the lines themselves. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CountSweep {
    /** In one minute, so that a line nobody counted yet is counted bit by bit beside the daily work. */
    private static final int MOST_ROUNDS = 10;

    @Inject
    CountFolding folding;

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void fold() {
        guarded(() -> {
            while (folding.findOverdue()) {
                // a full batch: there may be more
            }
            while (folding.fold()) {
                // a full batch: there may be more
            }
        });
    }

    @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
    void reconcile() {
        guarded(() -> {
            for (int round = 0; round < MOST_ROUNDS && folding.reconcile(); round++) {
                // a full batch: there may be more
            }
            for (int round = 0; round < MOST_ROUNDS && folding.endOwnerless(); round++) {
                // others may lead their lines now
            }
        });
    }

    @Schedule(hour = "4", minute = "40", second = "0", persistent = false)
    void forget() {
        guarded(() -> {
            Optional<Long> after = Optional.of(0L);
            while (after.isPresent()) {
                after = folding.forgetWaits(after.get());
            }
            while (folding.forgetForecasts()) {
                // a full batch: there may be more
            }
        });
    }

    private static void guarded(Runnable step) {
        DatabaseOutage.tolerated("counting", step);
    }
}
