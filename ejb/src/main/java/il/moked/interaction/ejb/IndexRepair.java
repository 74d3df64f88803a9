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
import java.time.Duration;
import java.time.Instant;

/**
 * The index is never trusted: a node that starts with messages in the database and none in its index builds the index anew,
 * beside its work; otherwise it indexes again what the last minutes before its stop brought, which a crash may have kept
 * from the index's disk.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@PermitAll
public class IndexRepair {
    /** Many times the pause between two writes of the index to disk (persistence.xml). */
    private static final Duration DOUBTFUL = Duration.ofMinutes(2);

    @Resource
    ManagedExecutorService threads;
    @Inject
    IndexBuilding building;

    @PostConstruct
    void start() {
        Instant newest = building.newest();
        if (newest != null) {
            threads.submit(() -> repair(newest.minus(DOUBTFUL)));
        }
    }

    private void repair(Instant since) {
        if (building.isMissing()) {
            building.rebuild();
            return;
        }
        long before = Long.MAX_VALUE;
        do {
            before = building.again(before, since);
        } while (before > 0);
    }
}
