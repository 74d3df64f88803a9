// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.jms;

import il.moked.access.Role;
import il.moked.catalog.ejb.ReservationExpiry;
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
import java.util.List;

/** Every few seconds goods that were held longer than was said are free again, each reservation by itself. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReservationSweep {
    @Inject
    ReservationExpiry expiry;

    @Schedule(hour = "*", minute = "*", second = "1/5", persistent = false)
    void end() {
        DatabaseOutage.tolerated("held goods", () -> {
            List<Long> over = expiry.over();
            over.forEach(id -> CrossedLocks.retried(() -> expiry.end(id)));
        });
    }
}
