// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.branch.Arrival.How;
import il.moked.branch.Branch;
import il.moked.branch.Branches;
import il.moked.branch.ejb.Greeting.CheckedIn;
import il.moked.branch.ejb.Greeting.Visitor;
import il.moked.shared.NotFoundException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;

/** Somebody takes his number before he comes. Anybody may; the door of the portal limits how often. */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
public class HomeTickets {
    @Inject
    Branches branches;
    @Inject
    CheckingIn checkingIn;

    /** His number and what to expect; nothing of who he is. @param minutes he will wait about so long; null when no counter is open */
    public record HomeTicket(String number, Instant expectedAt, int before, Integer minutes) {
    }

    /** @param branchCode of a branch in use @param expected when he says that he will be there */
    public HomeTicket reserve(String branchCode, Visitor visitor, Instant expected) {
        Branch branch = branches.findByCode(branchCode).filter(Branch::active).orElseThrow(() -> new NotFoundException("branch.unknown"));
        CheckedIn taken = checkingIn.fromHome(branch, new Visitor(null, visitor.name(), visitor.telephone(), null, visitor.reason(), null, How.HOME, visitor.clientKey()), expected, ArrivalLedger.CLOCK);
        return new HomeTicket(taken.visit().number(), taken.visit().expectedAt(), taken.before(), taken.minutes());
    }
}
