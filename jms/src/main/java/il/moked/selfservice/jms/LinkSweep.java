// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.jms;

import il.moked.access.Role;
import il.moked.selfservice.ejb.LinkWatch;
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

/** Links whose time is over, and files that wait to be checked. Every node looks. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LinkSweep {
    private static final int MOST = 20;

    @Inject
    LinkWatch watch;
    @Inject
    UploadChecking checking;

    @Schedule(hour = "*", minute = "*", second = "35", persistent = false)
    void expire() {
        DatabaseOutage.tolerated("secure links", () -> CrossedLocks.drained(MOST, watch::expire));
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void check() {
        DatabaseOutage.tolerated("uploads", checking::again);
    }
}
