// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import il.moked.access.Role;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ejb.CustomerTelling;
import il.moked.complaint.ComplaintStep.Kind;
import il.moked.complaint.Complaints;
import il.moked.complaint.FixTold;
import il.moked.complaint.Fixes;
import il.moked.customer.Customers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Writes to complainants that their fault is mended, one in each transaction. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class FixSending {
    @Inject
    Fixes fixes;
    @Inject
    Complaints complaints;
    @Inject
    Cases cases;
    @Inject
    Customers customers;
    @Inject
    CustomerTelling telling;
    @Inject
    ComplaintLedger ledger;
    @Inject
    Clock clock;

    /** @return whether there may be another one */
    public boolean tellNext() {
        Optional<FixTold> found = fixes.nextWaiting();
        found.ifPresent(told -> {
            ServiceCase its = cases.get(told.caseId());
            String text = told.news().text(customers.get(its.customerId()).language());
            boolean sent = telling.reach(its, text, told.news().toldBy());
            told.done(sent, clock.instant());
            if (sent) {
                ledger.write(complaints.get(told.caseId()), Kind.TOLD_FIXED, told.news().toldBy(), null, text);
            }
        });
        return found.isPresent();
    }
}
