// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.interaction.Message;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import org.hibernate.search.mapper.orm.Search;

/** The index is never trusted: a node that starts with messages in the database and none in its index builds the index anew, beside its work. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@PermitAll
public class IndexRepair {
    @PersistenceUnit(unitName = "moked")
    EntityManagerFactory database;
    @Resource
    ManagedExecutorService threads;
    @Inject
    IndexBuilding building;

    @PostConstruct
    void start() {
        threads.submit(this::repair);
    }

    private void repair() {
        try (EntityManager entities = database.createEntityManager()) {
            boolean indexed = !Search.session(entities).search(Message.class).where(f -> f.matchAll()).fetchHits(1).isEmpty();
            boolean stored = !entities.createQuery("select m.id from Message m", Long.class).setMaxResults(1).getResultList().isEmpty();
            if (stored && !indexed) {
                building.rebuild();
            }
        }
    }
}
