// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.access.Role;
import il.moked.casework.ejb.CasesByCustomers;
import il.moked.selfservice.DataRequests;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** The clock of the law on requests to erase, whatever their cases are measured by: a week before it is over the case is critical, until it is answered. */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
public class ErasureClock {
    private static final Duration URGENT = Duration.ofDays(7);
    private static final int MOST = 50;

    @Inject
    DataRequests requests;
    @Inject
    CasesByCustomers cases;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    public void urge() {
        for (DataRequests.Due due : requests.erasuresDue(clock.instant().plus(URGENT), MOST)) {
            cases.urge(due.caseId());
            events.tell(new DataActed(due.id(), due.customerId(), "selfservice.erasure-urgent"));
        }
    }
}
