// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.ejb;

import il.moked.access.Role;
import il.moked.promise.Promise;
import il.moked.promise.Promises;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The clock of promises: reminds, breaks, escalates. One promise in each transaction; those another node has in hand are passed over. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class PromiseWatch {
    @Inject
    Promises promises;
    @Inject
    PromiseLedger ledger;
    @Inject
    Clock clock;

    /** @return whether there may be another one that is due */
    public boolean lookAtNext() {
        Instant now = clock.instant();
        Optional<Promise> found = promises.nextWatched(now);
        found.ifPresent(promise -> {
            ledger.remindIfDue(promise, now);
            ledger.breakIfOverdue(promise, now);
            ledger.escalateIfDue(promise, now);
        });
        return found.isPresent();
    }
}
