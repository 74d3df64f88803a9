// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.jms;

import il.moked.access.Role;
import il.moked.selfservice.ejb.ErasureClock;
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

/** Requests to erase that must be answered soon. Every node looks. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ErasureSweep {
    @Inject
    ErasureClock erasures;

    @Schedule(hour = "*", minute = "35", second = "10", persistent = false)
    void urge() {
        DatabaseOutage.tolerated("requests to erase", () -> CrossedLocks.retried(erasures::urge));
    }
}
