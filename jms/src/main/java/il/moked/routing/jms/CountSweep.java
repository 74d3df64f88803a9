// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.jms;

import il.moked.access.Role;
import il.moked.routing.ejb.CountFolding;
import il.moked.shared.jms.DatabaseOutage;
import il.moked.shared.jms.MessagingLog;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Every few seconds what was counted is folded; every minute it is compared with the lines themselves. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CountSweep {
    @Inject
    CountFolding folding;

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void fold() {
        guarded(() -> {
            while (folding.fold()) {
                // a full batch: there may be more
            }
        });
    }

    @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
    void reconcile() {
        guarded(folding::reconcile);
    }

    private static void guarded(Runnable step) {
        try {
            step.run();
        } catch (EJBException failure) {
            if (!DatabaseOutage.caused(failure)) {
                throw failure;
            }
            MessagingLog.LOG.databaseAway("counting");
        }
    }
}
