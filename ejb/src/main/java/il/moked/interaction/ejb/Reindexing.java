// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.shared.IndexSweeps;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;

/** An administrator has the search indexes built anew, or looks how they are kept. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
@TransactionManagement(TransactionManagementType.BEAN)
public class Reindexing {
    @Inject
    IndexBuilding building;
    @Inject
    IndexSweeps sweeps;

    /** Returns when all is indexed. */
    public void rebuild() {
        building.names().forEach(building::rebuild);
    }

    /** How far each index was compared with the database. */
    public List<IndexSweeps.Progress> progress() {
        return sweeps.all();
    }
}
