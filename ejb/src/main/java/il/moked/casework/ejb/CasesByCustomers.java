// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUsers;
import il.moked.casework.CaseClocks;
import il.moked.casework.CaseEvent;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ServiceCase.About;
import il.moked.casework.ServiceCase.Cause;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Cases a customer opens by himself: nobody of ours has seen them, their clocks run from now. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class CasesByCustomers {
    private static final String CUSTOMER = "customer";

    @Inject
    Cases cases;
    @Inject
    StaffUsers users;
    @Inject
    ServiceTerms terms;
    @Inject
    CaseLedger ledger;
    @Inject
    CaseDeeds deeds;
    @Inject
    Clock clock;

    /** What he is told of it. */
    public record Opened(long id, String number) {
    }

    /** @param teamId that works on it */
    public Opened open(long customerId, About about, long teamId) {
        Instant now = clock.instant();
        ServiceTerms.Found found = terms.of(customerId, about.ownedProductId(), null, teamId, about.severity(), now);
        ServiceCase opened = new ServiceCase(cases.nextNumber(), customerId, about, users.team(teamId), found.terms(), found.agreementId(), CUSTOMER, now, now);
        cases.add(opened);
        ledger.write(opened, CaseEvent.Kind.OPENED, CUSTOMER, null, now);
        CaseClocks its = ledger.clocks(opened);
        its.received(now);
        its.settle(now);
        ledger.tell(opened, its, "opened", null, opened.kind().name());
        return new Opened(opened.id(), opened.number());
    }

    /** He does not want it any more; what is over stays as it is. */
    public void withdraw(long id) {
        ServiceCase of = cases.getLocked(id);
        if (of.state().live()) {
            deeds.close(of, Cause.WITHDRAWN, null, CUSTOMER, clock.instant());
        }
    }

    /** Its time is nearly over. What was merged or is over stays as it is. */
    public void urge(long id) {
        ServiceCase of = cases.getLocked(id);
        if (of.state().live() && of.mergedIntoId().isEmpty()) {
            deeds.severe(of, ServiceCase.Severity.CRITICAL, CaseLedger.CLOCK, clock.instant());
        }
    }
}
