// SPDX-License-Identifier: Apache-2.0
package il.moked.agent.ejb;

import il.moked.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;

/** A node tells whose pages it holds. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class DesksOpen {
    @Inject
    DesksSeen seen;

    /** To be told every few seconds; most of the time nothing is written. @param users who are no agents are passed over */
    public void tell(Collection<Long> users) {
        seen.open(users);
    }
}
