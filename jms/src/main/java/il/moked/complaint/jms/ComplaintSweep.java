// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.jms;

import il.moked.access.Role;
import il.moked.complaint.ejb.ComplaintWatch;
import il.moked.complaint.ejb.FixSending;
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

/** Complaints whose time by the law is nearly over, or is; and complainants who are to be told that their fault is mended. Every node looks; each is only taken by one. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ComplaintSweep {
    /** After an outage there may be many; the rest comes with the next tick. */
    private static final int AT_ONCE = 500;

    @Inject
    ComplaintWatch watch;
    @Inject
    FixSending sending;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void look() {
        DatabaseOutage.tolerated("complaints", () -> {
            CrossedLocks.drained(AT_ONCE, watch::lookAtNext);
            CrossedLocks.drained(AT_ONCE, sending::tellNext);
        });
    }
}
