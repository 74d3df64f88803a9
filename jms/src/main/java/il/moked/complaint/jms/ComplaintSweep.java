// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.jms;

import il.moked.access.Role;
import il.moked.complaint.ejb.ComplaintWatch;
import il.moked.shared.ejb.CrossedLocks;
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

/** Complaints whose time by the law is nearly over, or is. Every node looks; a complaint is only taken by one. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ComplaintSweep {
    /** After an outage there may be many; the rest comes with the next tick. */
    private static final int AT_ONCE = 500;

    @Inject
    ComplaintWatch watch;

    @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
    void look() {
        try {
            int looked = 0;
            while (looked < AT_ONCE && CrossedLocks.retried(watch::lookAtNext)) {
                looked++;
            }
        } catch (EJBException failure) {
            if (!DatabaseOutage.caused(failure)) {
                throw failure;
            }
            MessagingLog.LOG.databaseAway("terms of complaints");
        }
    }
}
