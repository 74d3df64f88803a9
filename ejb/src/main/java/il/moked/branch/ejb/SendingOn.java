// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.branch.Arrival;
import il.moked.branch.Arrivals;
import il.moked.branch.Branch;
import il.moked.branch.Branches;
import il.moked.branch.ejb.Greeting.CheckedIn;
import il.moked.branch.ejb.Greeting.Visitor;
import il.moked.shared.BusinessException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Somebody came to a branch that is not for customers of his type, and goes to one that is: with a number there before he leaves here. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class SendingOn {
    private static final int LONGEST_WAY = 240;

    @Inject
    Greeting greeting;
    @Inject
    CheckingIn checkingIn;
    @Inject
    BranchAccess access;
    @Inject
    Branches branches;
    @Inject
    Arrivals arrivals;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;

    /**
     * @param minutes he needs for the way
     * @return his number there
     * @throws BusinessException {@code branch.reason-elsewhere} when they do not serve that there
     */
    public CheckedIn before(long branchId, Visitor visitor, long toBranchId, int minutes) {
        greeting.sendOn(branchId, visitor, toBranchId);
        return reserve(visitor, toBranchId, minutes);
    }

    /** The same for who has a number here already; that is void now. */
    public CheckedIn waiting(long arrivalId, long toBranchId, int minutes) {
        Arrival arrival = access.arrival(arrivalId);
        Visitor visitor = new Visitor(arrival.customer().map(customer -> customer.id()).orElse(null), null, arrival.telephone().orElse(null), null, arrival.reason().code(), null, Arrival.How.GREETER, arrivals.keyOf(arrivalId));
        greeting.redirect(arrivalId, toBranchId);
        return reserve(visitor, toBranchId, minutes);
    }

    private CheckedIn reserve(Visitor visitor, long toBranchId, int minutes) {
        if (minutes < 1 || minutes > LONGEST_WAY) {
            throw new BusinessException("shared.field-range", "minutes", 1, LONGEST_WAY);
        }
        Branch there = branches.get(toBranchId);
        return checkingIn.fromHome(there, visitor, clock.instant().plus(Duration.ofMinutes(minutes)), currentUser.name());
    }
}
