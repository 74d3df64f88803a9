// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.branch.Branch;
import il.moked.branch.ReasonUse;
import il.moked.branch.ejb.Greeting.ReasonLine;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What people come for, as a greeter looks for it: what most come for, first. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class DoorReasons {
    @Inject
    BranchAccess access;
    @Inject
    Greeting greeting;
    @Inject
    CheckingIn checkingIn;
    @Inject
    ReasonUse use;

    public List<ReasonLine> of(long branchId) {
        Branch branch = access.served(branchId);
        Map<String, Long> often = use.of(branchId, checkingIn.today(branch));
        return greeting.reasons(branchId).stream().sorted(Comparator.comparingLong((ReasonLine reason) -> often.getOrDefault(reason.code(), 0L)).reversed()).toList();
    }
}
