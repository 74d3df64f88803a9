// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** An administrator has the search index built anew. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
@TransactionManagement(TransactionManagementType.BEAN)
public class Reindexing {
    @Inject
    IndexBuilding building;

    /** Returns when all is indexed. */
    public void rebuild() {
        building.rebuild();
    }
}
