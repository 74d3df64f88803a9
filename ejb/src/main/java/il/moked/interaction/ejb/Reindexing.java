// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import org.hibernate.search.mapper.orm.Search;

/** Builds the search index anew from the database, which is the truth. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
@TransactionManagement(TransactionManagementType.BEAN)
public class Reindexing {
    private static final int BATCH = 500;

    @PersistenceUnit(unitName = "moked")
    EntityManagerFactory database;

    /** Returns when all is indexed; searching goes on meanwhile, on what is there. */
    public void rebuild() throws InterruptedException {
        Search.mapping(database).scope(il.moked.interaction.Message.class).massIndexer().batchSizeToLoadObjects(BATCH).threadsToLoadObjects(2).startAndWait();
    }
}
