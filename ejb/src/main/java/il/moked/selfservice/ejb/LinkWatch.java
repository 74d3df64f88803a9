// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.access.Role;
import il.moked.selfservice.SecureLink;
import il.moked.selfservice.SecureLinks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What becomes of links by itself: their time is over. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class LinkWatch {
    private static final int BATCH = 50;

    @Inject
    SecureLinks links;
    @Inject
    LinkLedger ledger;
    @Inject
    Clock clock;

    /** @return whether there may be more */
    public boolean expire() {
        Instant now = clock.instant();
        List<SecureLink> over = links.over(now, BATCH);
        for (SecureLink found : over) {
            SecureLink link = links.getLocked(found.reference());
            if (link.standing(now) == SecureLink.State.EXPIRED && link.state() != SecureLink.State.EXPIRED) {
                link.expire(now);
                ledger.forget(link);
                ledger.tell(link, "link-expired", link.kind() + " " + link.reference());
            }
        }
        return over.size() == BATCH;
    }
}
