// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import il.moked.access.Role;
import il.moked.complaint.Complaint;
import il.moked.complaint.Complaints;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says when the time the law gives is nearly over, and when it is. One complaint in each transaction; those another node has in hand are passed over. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class ComplaintWatch {
    @Inject
    Complaints complaints;
    @Inject
    ComplaintLedger ledger;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    /** @return whether there may be another one that is due */
    public boolean lookAtNext() {
        Instant now = clock.instant();
        Optional<Complaint> found = complaints.nextWatched(now);
        found.ifPresent(complaint -> complaint.due(zone, now).ifPresent(days -> ledger.ring(complaint, days)));
        return found.isPresent();
    }
}
