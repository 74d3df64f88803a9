// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge;

import il.moked.access.Role;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** Who may read an article. */
public enum Audience {
    /** Everybody, also outside. */
    PUBLIC,
    /** All who work here, and other systems of the organisation. */
    INTERNAL,
    /** Those who lead teams or set up the place. */
    SUPERVISORS, ADMINISTRATORS;

    /** Everything a caller may read. @param inRole whether he has a role */
    public static Set<Audience> of(Predicate<String> inRole) {
        Set<Audience> open = EnumSet.of(PUBLIC);
        if (inRole.test(Role.AGENT) || inRole.test(Role.SUPERVISOR) || inRole.test(Role.ADMINISTRATOR) || inRole.test(Role.INTEGRATION)) {
            open.add(INTERNAL);
        }
        if (inRole.test(Role.SUPERVISOR) || inRole.test(Role.ADMINISTRATOR)) {
            open.add(SUPERVISORS);
        }
        if (inRole.test(Role.ADMINISTRATOR)) {
            open.add(ADMINISTRATORS);
        }
        return open;
    }
}
