// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.jms;

import il.moked.access.Role;
import il.moked.branch.ejb.BranchWatch;
import il.moked.shared.ejb.CrossedLocks;
import il.moked.shared.jms.DatabaseOutage;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Numbers taken at home whose owner did not come, each by itself. Every node looks; each is ended once. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BranchSweep {
    @Inject
    BranchWatch watch;

    @Schedule(hour = "*", minute = "*", second = "4/20", persistent = false)
    void look() {
        DatabaseOutage.tolerated("branches", () -> {
            watch.notCome().forEach(id -> CrossedLocks.retried(() -> watch.giveUp(id)));
            watch.forgotten().forEach(id -> CrossedLocks.retried(() -> watch.close(id)));
        });
    }
}
