// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.routing.StatutoryRecords;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells when a limit of the law comes near and when it goes by, while there is still somebody to be answered; forgets what is long over. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class StatutoryWatch {
    private static final int BATCH = 100;
    private static final int FORGOTTEN_AT_ONCE = 500;

    @Inject
    StatutoryRecords records;
    @Inject
    StatutoryClocks clocks;
    @Inject
    Clock clock;
    /** Zone in which months end. */
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;
    /** So long the evidence is kept. */
    @Inject
    @ConfigProperty(name = "moked.routing.statutory-months", defaultValue = "24")
    int monthsKept;

    public void look() {
        Instant now = clock.instant();
        records.overdue(now, BATCH).forEach(record -> clocks.tellBreach(record, now));
        records.pressing(now, BATCH).forEach(clocks::warn);
    }

    /** @return whether there may be more that is too old */
    public boolean forget() {
        return records.forgetBefore(clock.instant().atZone(zone).minusMonths(monthsKept).toInstant(), FORGOTTEN_AT_ONCE) == FORGOTTEN_AT_ONCE;
    }
}
