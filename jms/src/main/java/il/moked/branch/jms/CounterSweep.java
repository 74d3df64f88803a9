// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.jms;

import il.moked.access.Role;
import il.moked.branch.ejb.LeftCounters;
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

/** Counters whose clerk is gone, and those whose clerk came back, each by itself. Every node looks; one of them tells. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CounterSweep {
    @Inject
    LeftCounters counters;

    @Schedule(hour = "*", minute = "*", second = "7/20", persistent = false)
    void look() {
        DatabaseOutage.tolerated("left counters", () -> {
            counters.due().forEach(id -> CrossedLocks.retried(() -> counters.tell(id)));
            counters.back().forEach(id -> CrossedLocks.retried(() -> counters.found(id)));
        });
    }
}
