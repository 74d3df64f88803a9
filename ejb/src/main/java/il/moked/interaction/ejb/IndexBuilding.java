// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.interaction.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import org.hibernate.search.mapper.orm.Search;

/** Builds the search index anew from the database, which is the truth. Searching goes on meanwhile, on what is there. */
@ApplicationScoped
class IndexBuilding {
    private static final int BATCH = 500;

    @PersistenceUnit(unitName = "moked")
    EntityManagerFactory database;

    /** Returns when all is indexed. */
    void rebuild() {
        try {
            Search.mapping(database).scope(Message.class).massIndexer().batchSizeToLoadObjects(BATCH).threadsToLoadObjects(2).startAndWait();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
