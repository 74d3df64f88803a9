// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.jms;

import il.moked.access.Role;
import il.moked.promise.ejb.PromiseWatch;
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

/** Promises that are due soon, due, or long over, each by itself. Every node looks; a promise is only taken by one. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PromiseSweep {
    /** After an outage there may be many; the rest comes with the next tick. */
    private static final int AT_ONCE = 500;

    @Inject
    PromiseWatch watch;

    @Schedule(hour = "*", minute = "*", second = "2/5", persistent = false)
    void look() {
        DatabaseOutage.tolerated("promises", () -> CrossedLocks.drained(AT_ONCE, watch::lookAtNext));
    }
}
