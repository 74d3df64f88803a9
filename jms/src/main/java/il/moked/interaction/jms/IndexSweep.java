// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.jms;

import il.moked.access.Role;
import il.moked.interaction.ejb.IndexSweeping;
import il.moked.shared.jms.DatabaseOutage;
import il.moked.shared.jms.MessagingLog;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Every few seconds a piece of each search index is compared with the database. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IndexSweep {
    @Inject
    IndexSweeping sweeping;

    @Schedule(hour = "*", minute = "*", second = "3/5", persistent = false)
    void sweep() {
        for (String name : sweeping.names()) {
            DatabaseOutage.tolerated("sweeping the search index", () -> {
                int mended = sweeping.sweep(name);
                if (mended > 0) {
                    MessagingLog.LOG.mended("search index " + name, mended);
                }
            });
        }
    }
}
