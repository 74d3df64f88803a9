// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.jms;

import il.moked.access.Role;
import il.moked.casework.ejb.ClockWatch;
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

/** Cases whose time is nearly over, or is. Every node looks; a case is only taken by one. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ClockSweep {
    /** After an outage there may be many; the rest comes with the next tick. */
    private static final int AT_ONCE = 500;

    @Inject
    ClockWatch watch;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void look() {
        DatabaseOutage.tolerated("clocks of cases", () -> CrossedLocks.drained(AT_ONCE, watch::lookAtNext));
    }
}
