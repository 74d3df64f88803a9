// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.jms;

import il.moked.access.Role;
import il.moked.customer.ejb.CustomerImportReading;
import il.moked.customer.ejb.CustomerImportSteps;
import il.moked.shared.ejb.ThisNode;
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

/** Files of customers are checked and brought in, one after the other, by whichever node comes first. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CustomerImportSweep {
    private static final int LONGEST_NODE = 80;

    @Inject
    CustomerImportReading reading;
    @Inject
    CustomerImportSteps steps;
    @Inject
    ThisNode node;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void sweep() {
        String by = node.name(LONGEST_NODE);
        try {
            while (reading.next(by, DatabaseOutage::caused)) {
                // one file after another
            }
        } catch (EJBException failure) {
            if (DatabaseOutage.caused(failure)) {
                MessagingLog.LOG.databaseAway("customer files");
                return;
            }
            MessagingLog.LOG.notMended("customer file", String.valueOf(failure.getMessage()));
            steps.failed(by);
        }
    }

    @Schedule(hour = "*", minute = "*/10", second = "40", persistent = false)
    void tidy() {
        DatabaseOutage.tolerated("customer files", steps::tidy);
    }
}
