// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.shared.IndexSweeps;
import il.moked.shared.SweptIndex;
import il.moked.shared.ejb.ThisNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Mends the search indexes beside the daily work: piece by piece, round after round, each row of the database is compared
 * with what the index says of it. What came last is looked at each time, because that is what a crash or another node's
 * index may lack; the rest has its turn. Where every node keeps an index of its own, every node sweeps its own.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class IndexSweeping {
    /** A node that has not gone on for so long is taken to be dead. */
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int LONGEST_NODE = 80;
    /** Ids behind the newest that are looked at each time: two of what each node takes ahead from a sequence, many times. */
    private static final int LATEST = 500;

    @Inject
    IndexBuilding building;
    @Inject
    IndexSweeps sweeps;
    @Inject
    Clock clock;
    @Inject
    ThisNode node;
    /** {@code lucene}: every node has an index of its own; anything else is one for all. */
    @Inject
    @ConfigProperty(name = "moked.search.backend", defaultValue = "lucene")
    String backend;
    /** Rows of an index compared at a time, every five seconds. 0 switches it off. */
    @Inject
    @ConfigProperty(name = "moked.search.sweep-rows", defaultValue = "1000")
    int rows;

    public List<String> names() {
        return rows > 0 ? building.names() : List.of();
    }

    /** What came last, and the next piece of the round, if this node is the one to do it. @return how many had to be mended */
    public int sweep(String name) {
        Instant now = clock.instant();
        String place = "lucene".equals(backend) ? name + '@' + node.name(LONGEST_NODE) : name;
        if (!sweeps.hold(place, node.name(LONGEST_NODE), now, now.plus(LEASE))) {
            return 0;
        }
        long settled = building.settled(name);
        SweptIndex.Compared piece = building.compare(name, sweeps.reached(place), settled, rows);
        sweeps.swept(place, piece, now);
        int late = piece.end() ? 0 : building.compare(name, settled - LATEST, settled, LATEST).mended();
        return piece.mended() + late;
    }
}
