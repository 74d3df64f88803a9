// SPDX-License-Identifier: Apache-2.0
package il.moked.access.ejb;

import il.moked.access.Role;
import il.moked.access.SetUpVersions;
import il.moked.access.SetUpVersions.Line;
import il.moked.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** What was changed in how the organisation is set up, by whom and when. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class SetUpHistory {
    @Inject
    SetUpVersions versions;

    /** The newest first. @param before id of the last one shown, null for the first page */
    public Page<Line> changes(Long before, int size) {
        return versions.list(before, size);
    }

    /** Of one thing, the newest first. @param before number of the last one shown, null for the first page */
    public Page<Line> of(String subject, long subjectId, Integer before, int size) {
        return versions.of(subject, subjectId, before, size);
    }
}
