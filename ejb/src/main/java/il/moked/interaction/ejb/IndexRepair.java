// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;

/**
 * The indexes are never trusted: a node that starts with rows in the database and none in an index builds that index anew,
 * beside its work; otherwise it looks at what came last before its stop, which a crash may have kept from the index's disk.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@PermitAll
public class IndexRepair {
    /** Ids: what comes between two writes of the index to disk (persistence.xml), many times. */
    private static final int DOUBTFUL = 50_000;
    private static final int PIECE = 1000;

    @Resource
    ManagedExecutorService threads;
    @Inject
    IndexBuilding building;

    @PostConstruct
    void start() {
        threads.submit(() -> building.names().forEach(this::repair));
    }

    private void repair(String name) {
        if (building.isMissing(name)) {
            building.rebuild(name);
            return;
        }
        long last = building.last(name);
        long reached = last - DOUBTFUL;
        do {
            reached = building.compare(name, reached, last, PIECE).until();
        } while (reached < Long.MAX_VALUE);
    }
}
