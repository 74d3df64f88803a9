// SPDX-License-Identifier: Apache-2.0
package il.moked.company.jms;

import il.moked.access.Role;
import il.moked.company.ejb.CompanyMailingWatch;
import il.moked.shared.jms.DatabaseOutage;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Reports of weeks and months that are over. Every node looks; each is sent once. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CompanyReportSweep {
    private static final int MOST_AT_ONCE = 200;

    @Inject
    CompanyMailingWatch watch;

    @Schedule(hour = "*", minute = "*/5", second = "35", persistent = false)
    void look() {
        DatabaseOutage.tolerated("company reports", () -> {
            for (int sent = 0; sent < MOST_AT_ONCE && watch.sendNext(); sent++) {
                continue;
            }
        });
    }
}
