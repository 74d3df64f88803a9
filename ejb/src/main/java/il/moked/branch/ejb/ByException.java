// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.branch.ArrivalEvent.Kind;
import il.moked.branch.Arrivals;
import il.moked.branch.ExceptionCause;
import il.moked.branch.ejb.Greeting.CheckedIn;
import il.moked.branch.ejb.Greeting.Visitor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Somebody is served here although another branch is for customers of his type: the greeter says why. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class ByException {
    @Inject
    Greeting greeting;
    @Inject
    Arrivals arrivals;
    @Inject
    ArrivalLedger ledger;
    @Inject
    CurrentUser currentUser;

    /** @param cause kept only when it is an exception indeed */
    public CheckedIn checkIn(long branchId, Visitor visitor, ExceptionCause cause) {
        CheckedIn in = greeting.checkIn(branchId, visitor);
        if (in.exceptional() && !in.already()) {
            ledger.write(arrivals.get(in.visit().id()), Kind.EXCEPTION, currentUser.name(), cause.name());
        }
        return in;
    }
}
