// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.routing.OfferedShares;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * How many contacts of each channel this node offered lately, a queue: what the guard against starvation counts. A memory
 * only; a node that has just started owes no channel anything.
 */
@ApplicationScoped
public class OfferedLately {
    private final Map<Long, OfferedShares> byQueue = new ConcurrentHashMap<>();

    /** One round of a queue at a time looks at its shares. */
    <T> T with(long queueId, Function<OfferedShares, T> round) {
        OfferedShares shares = byQueue.computeIfAbsent(queueId, unknown -> new OfferedShares());
        synchronized (shares) {
            return round.apply(shares);
        }
    }
}
