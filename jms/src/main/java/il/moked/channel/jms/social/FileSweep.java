// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.social;

import il.moked.access.Role;
import il.moked.interaction.ejb.FileFetching;
import il.moked.interaction.ejb.FileFetching.ToFetch;
import il.moked.shared.jms.DatabaseOutage;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Every few seconds: files that providers keep for us are taken up, a few of each account at a time, so that no provider that is slow holds up
 * the files of another. What cannot be fetched is tried again with growing pauses for days. Runs on every node; rows are taken under lock.
 */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FileSweep {
    @Inject
    FileFetching fetching;
    @Inject
    FileErrands errands;
    @Inject
    FileErrand errand;

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void sweep() {
        DatabaseOutage.tolerated("files to fetch", () -> {
            for (long account : fetching.accounts()) {
                int free = errands.free(account);
                if (free > 0) {
                    fetching.take(account, free).forEach(this::send);
                }
            }
        });
    }

    private void send(ToFetch file) {
        errands.begin(file.accountId());
        try {
            errand.fetch(file);
        } catch (EJBException notBegun) {
            errands.end(file.accountId());
            throw notBegun;
        }
    }
}
