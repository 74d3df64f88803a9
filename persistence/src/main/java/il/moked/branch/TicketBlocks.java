// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;

/** Numbers that a device takes along, so that it can go on giving them while it is cut off: nobody else is given one of them. */
@ApplicationScoped
public class TicketBlocks {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;
    @Inject
    Arrivals arrivals;

    /** @return the first of so many that follow each other */
    public TicketNumber reserve(Branch branch, LocalDate day, int many) {
        arrivals.lock(branch, day, TicketNumber.OFFLINE);
        TicketNumber first = arrivals.next(branch, day, TicketNumber.OFFLINE);
        entities.createNativeQuery("update ticket_row set last_number = ?1 where branch_id = ?2 and given_on = ?3 and letter = ?4").setParameter(1, first.count() + many - 1).setParameter(2, branch.id()).setParameter(3, day)
                .setParameter(4, TicketNumber.OFFLINE).executeUpdate();
        return first;
    }
}
