// SPDX-License-Identifier: Apache-2.0
package il.moked.agent.ejb;

import il.moked.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Ends what nobody ended. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class WrapUpEnding {
    @Inject
    WrapUps wrapUps;

    /** @return how many agents are ready again because their time was over */
    public int endThoseOver() {
        return wrapUps.endThoseOver();
    }
}
