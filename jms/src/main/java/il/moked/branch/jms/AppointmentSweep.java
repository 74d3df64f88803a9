// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.jms;

import il.moked.access.Role;
import il.moked.branch.ejb.AppointmentWatch;
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

/** Appointments that are near and those whose customer did not come, each by itself. Every node looks; each thing is told once. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AppointmentSweep {
    @Inject
    AppointmentWatch watch;

    @Schedule(hour = "*", minute = "*", second = "9/20", persistent = false)
    void look() {
        DatabaseOutage.tolerated("appointments", () -> {
            watch.missed().forEach(id -> CrossedLocks.retried(() -> watch.giveUp(id)));
            watch.reminders().forEach(due -> CrossedLocks.retried(() -> watch.remind(due)));
        });
    }
}
