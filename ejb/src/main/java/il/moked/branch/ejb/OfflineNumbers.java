// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.branch.Branch;
import il.moked.branch.TicketBlocks;
import il.moked.branch.TicketNumber;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** Numbers for a greeter's device to give while it is cut off; which of them it gave it says in {@link Greeting#catchUp}. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class OfflineNumbers {
    /** More than come within the minutes a line is down. */
    private static final int MANY = 40;

    @Inject
    BranchAccess access;
    @Inject
    CheckingIn checkingIn;
    @Inject
    TicketBlocks blocks;
    @Inject
    DomainEvents events;

    /** @param first and @param last count of the numbers of that day */
    public record Block(long branchId, LocalDate day, String letter, int first, int last) {
    }

    public Block reserve(long branchId) {
        Branch branch = access.served(branchId);
        LocalDate day = checkingIn.today(branch);
        TicketNumber first = blocks.reserve(branch, day, MANY);
        TicketNumber last = new TicketNumber(first.letter(), first.count() + MANY - 1);
        events.tell(new NumbersReserved(branchId, first.text() + "-" + last.text()));
        return new Block(branchId, day, first.letter(), first.count(), last.count());
    }
}
