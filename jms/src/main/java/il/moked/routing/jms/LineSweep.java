// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.jms;

import il.moked.access.Role;
import il.moked.routing.ejb.Assignment;
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

/** Ends offers nobody answered, and every few seconds looks for lines an event forgot. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LineSweep {
    @Inject
    Assignment assignment;
    @Inject
    AssignmentRequests requests;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void expire() {
        guarded(assignment::expireOffers);
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void sweep() {
        guarded(() -> assignment.queuesWaiting().forEach(queueId -> {
            requests.begun(queueId);
            requests.ask(queueId);
        }));
    }

    private static void guarded(Runnable step) {
        try {
            step.run();
        } catch (EJBException failure) {
            if (!DatabaseOutage.caused(failure)) {
                throw failure;
            }
            MessagingLog.LOG.databaseAway("line");
        }
    }
}
