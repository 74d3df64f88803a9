// SPDX-License-Identifier: Apache-2.0
package il.moked.order.jms;

import il.moked.access.Role;
import il.moked.order.ejb.PurchaseProgress;
import il.moked.order.ejb.PurchaseReading;
import il.moked.shared.BusinessException;
import il.moked.shared.jms.DatabaseOutage;
import il.moked.shared.jms.MessagingLog;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Reads files of purchases that were handed in, one after the other. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PurchaseSweep {
    @Inject
    PurchaseReading reading;
    @Inject
    PurchaseProgress progress;

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void sweep() {
        DatabaseOutage.tolerated("purchases", () -> reading.waiting().stream().filter(progress::begin).forEach(this::read));
    }

    private void read(long id) {
        try {
            reading.read(id);
        } catch (EJBException | BusinessException failure) {
            if (DatabaseOutage.caused(failure)) {
                throw failure;
            }
            MessagingLog.LOG.notMended("purchases " + id, String.valueOf(failure.getMessage()));
            progress.failed(id);
        }
    }
}
