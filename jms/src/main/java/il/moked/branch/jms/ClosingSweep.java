// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.jms;

import il.moked.access.Role;
import il.moked.branch.ejb.ClosingWatch;
import il.moked.branch.ejb.ClosingWatch.Day;
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
import java.time.Clock;
import java.time.Instant;

/** The ends of the days of branches. Every node looks; each step is taken once. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ClosingSweep {
    @Inject
    ClosingWatch watch;
    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "*", second = "7/10", persistent = false)
    void look() {
        DatabaseOutage.tolerated("closings", () -> {
            Instant now = clock.instant();
            watch.days(now).forEach(day -> look(day, now));
        });
    }

    private void look(Day day, Instant now) {
        CrossedLocks.retried(() -> watch.look(day, now));
        watch.notTold(day).forEach(id -> CrossedLocks.retried(() -> watch.tellStays(id)));
        watch.toSendHome(day).forEach(id -> CrossedLocks.retried(() -> watch.sendHome(id, now)));
    }
}
