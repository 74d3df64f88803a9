// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.access.Role;
import il.moked.order.PurchaseImport;
import il.moked.order.Purchases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** How far a file is, told beside the transaction that reads it. */
@Stateless
@RolesAllowed(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PurchaseProgress {
    @Inject
    Purchases purchases;
    @Inject
    Clock clock;

    /** @return false when another node has it */
    public boolean begin(long id) {
        return purchases.fileLocked(id).begin(clock.instant());
    }

    public void reached(long id, int lines) {
        PurchaseImport file = purchases.fileLocked(id);
        file.reached(lines);
    }

    /** It could not be read at all. */
    public void failed(long id) {
        PurchaseImport file = purchases.fileLocked(id);
        file.refused(file.linesRead(), 0, clock.instant());
    }
}
