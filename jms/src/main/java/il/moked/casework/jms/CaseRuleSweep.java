// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.jms;

import il.moked.access.Role;
import il.moked.casework.ejb.RuleRunning;
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

/** Rules look at what happened to cases, and at those whose time is over. Every node looks; a case is only taken by one. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CaseRuleSweep {
    /** The rest comes with the next tick. */
    private static final int OF_ONE_CASE = 50;
    private static final int ENROLMENTS = 50;

    @Inject
    RuleRunning running;

    @Schedule(hour = "*", minute = "*", second = "1/2", persistent = false)
    void look() {
        DatabaseOutage.tolerated("rules of cases", () -> {
            running.due().forEach(this::lookAt);
            CrossedLocks.drained(ENROLMENTS, running::enrolSome);
        });
    }

    private void lookAt(Long caseId) {
        try {
            CrossedLocks.drained(OF_ONE_CASE, () -> running.runNext(caseId));
        } catch (EJBException failure) {
            if (DatabaseOutage.caused(failure)) {
                throw failure;
            }
            MessagingLog.LOG.ruleFailed(caseId, failure);
            running.failed(caseId);
        }
    }
}
