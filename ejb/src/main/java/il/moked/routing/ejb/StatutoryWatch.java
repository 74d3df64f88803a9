// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.routing.StatutoryRecords;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Tells when a limit of the law goes by, while there is still somebody to be answered. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class StatutoryWatch {
    private static final int BATCH = 100;

    @Inject
    StatutoryRecords records;
    @Inject
    StatutoryClocks clocks;
    @Inject
    Clock clock;

    public void look() {
        Instant now = clock.instant();
        records.overdue(now, BATCH).forEach(record -> clocks.tellBreach(record, now));
    }
}
