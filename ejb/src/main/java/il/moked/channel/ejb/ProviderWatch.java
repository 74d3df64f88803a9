// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.ejb;

import il.moked.access.Role;
import il.moked.channel.Outages;
import il.moked.channel.Outages.Cause;
import il.moked.channel.Outages.Way;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** The one place that begins and ends outages: told by whoever deals with a provider whether it can be reached, it tells the wall when that changes. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class ProviderWatch {
    @Inject
    Outages outages;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** To be said again at least every few minutes while it lasts. @param reason in the provider's or the machine's own words */
    public void away(long accountId, Way way, Cause cause, String reason) {
        if (outages.noticed(accountId, way, cause, reason, clock.instant())) {
            events.tell(new ProviderChanged(accountId, true));
        }
    }

    /** An exchange that asks for its commands shows by that that it is there. */
    @RolesAllowed({Role.SYSTEM, Role.INTEGRATION})
    public void back(long accountId, Way way) {
        if (outages.over(accountId, way)) {
            events.tell(new ProviderChanged(accountId, false));
        }
    }

    /** With other settings, or closed: whether its provider is away is to be seen anew. */
    @RolesAllowed(Role.ADMINISTRATOR)
    public void seenAnew(long accountId) {
        if (outages.over(accountId)) {
            events.tell(new ProviderChanged(accountId, false));
        }
    }

    /** Ends what nobody will end: of accounts that were closed, have nothing to send, or are no longer looked at. */
    public void tidy() {
        outages.forgotten(clock.instant()).forEach(account -> events.tell(new ProviderChanged(account, false)));
    }
}
